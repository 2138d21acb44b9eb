metadata description = 'The few shared secrets, entered by hand or by the azd hook, and the keys that sign audit checkpoints and decisions.'

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
