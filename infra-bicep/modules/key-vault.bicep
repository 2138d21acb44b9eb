metadata description = 'The few shared secrets and the keys that sign audit checkpoints and decisions. All are written through Resource Manager, which reaches a vault that no network reaches.'

import { namesOf } from 'names.bicep'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Whether the vault is reached through private endpoints only.')
param isPrivate bool

@description('Required. Workspace that takes the logs.')
param workspaceId string

@description('Required. Secrets that were given to this deployment, by name; what is missing or empty stays as it is in the vault.')
@secure()
param secrets object

@description('Optional. Default a random value for each deployment; only the first one is kept.')
@secure()
param firstLinkKey string = base64('${newGuid()}${newGuid()}')

@description('Optional. Default a random value for each deployment; only the first one is kept.')
@secure()
param firstCookieKey string = base64('${newGuid()}${newGuid()}')

@description('Names of all secrets that a deployment may bring. README.md says which setting each is.')
var secretNames = [
  'servicenow-client-secret'
  'servicenow-webhook-secret'
  'jira-api-token'
  'jira-webhook-secret'
  'jira-automation-secret'
  'teams-workflow-url'
  'confluence-api-token'
  'mediawiki-password'
  'teamviewer-token'
  'screenconnect-secret'
  'rescue-auth-code'
  'slack-bot-token'
  'slack-signing-secret'
  'mattermost-bot-token'
  'mattermost-command-token'
  'graph-intake-client-state'
]

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: namesOf(token).vault
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

@description('Made once and never exported. An expiry would stop the checkpoints; rotation is a step in README.md.')
resource checkpointKey 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'audit-checkpoint'
  properties: {
    kty: 'EC'
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    attributes: { enabled: true, exportable: false }
  }
}

@description('Made once and never exported. An expiry would stop every approval; rotation is a step in README.md.')
resource decisionKey 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'decision'
  properties: {
    kty: 'EC'
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    attributes: { enabled: true, exportable: false }
  }
}

@description('The key of the links in ticket comments: made once, then left alone. A new one would end the links in older comments.')
@onlyIfNotExists()
resource linkKey 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'link-key'
  properties: { value: firstLinkKey }
}

@description('The key of cookies and forms: made once, then left alone. A key of its own, so that each can be replaced without the other.')
@onlyIfNotExists()
resource cookieKey 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = {
  parent: vault
  name: 'cookie-key'
  properties: { value: firstCookieKey }
}

resource given 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = [
  for name in secretNames: if (!empty(secrets[?name] ?? '')) {
    parent: vault
    name: name
    properties: { value: secrets[name] }
  }
]

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'access'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = vault.name
output id string = vault.id
output checkpointKeyName string = checkpointKey.name

@description('Without a version: the app signs with the current one and names it in each checkpoint.')
output checkpointKeyUri string = checkpointKey.properties.keyUri
output decisionKeyName string = decisionKey.name

@description('Without a version: a decision names the version that signed it.')
output decisionKeyUri string = decisionKey.properties.keyUri
