metadata description = 'An Azure OpenAI account with a deployment of the language model and, where it is named, of an embedding model. Not used when an existing account is named.'

import { namesOf } from 'names.bicep'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Model, its version, where it runs (GlobalStandard, DataZoneStandard, Standard) and thousands of tokens a minute.')
param model { name: string, version: string, skuName: string, capacity: int }

@description('Required. The same of the embedding model; an empty name makes no such deployment.')
param embeddingModel { name: string, version: string, skuName: string, capacity: int }

@description('Required. Whether the account is reached through private endpoints only.')
param isPrivate bool

@description('Required. Workspace that takes the logs.')
param workspaceId string

resource account 'Microsoft.CognitiveServices/accounts@2025-12-01' = {
  name: namesOf(token).openAi
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: namesOf(token).openAi
    disableLocalAuth: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: isPrivate ? 'Deny' : 'Allow' }
  }
}

resource triage 'Microsoft.CognitiveServices/accounts/deployments@2025-12-01' = {
  parent: account
  name: 'triage'
  sku: { name: model.skuName, capacity: model.capacity }
  properties: {
    model: { format: 'OpenAI', name: model.name, version: model.version }
    // A new version answers otherwise: it is evaluated first, then set here.
    versionUpgradeOption: 'NoAutoUpgrade'
  }
}

// One after the other: an account takes one change of its deployments at a time.
resource embeddings 'Microsoft.CognitiveServices/accounts/deployments@2025-12-01' = if (!empty(embeddingModel.name)) {
  parent: account
  name: 'embeddings'
  dependsOn: [triage]
  sku: { name: embeddingModel.skuName, capacity: embeddingModel.capacity }
  properties: {
    model: { format: 'OpenAI', name: embeddingModel.name, version: embeddingModel.version }
    // Vectors of another version are not to be compared with those that are kept.
    versionUpgradeOption: 'NoAutoUpgrade'
  }
}

// Without RequestResponse: prompts hold (redacted) ticket text, which is in no log.
#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account
  name: 'audit'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'Audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output id string = account.id
output endpoint string = account.properties.endpoint
output deployment string = triage.name
output embeddingDeployment string = empty(embeddingModel.name) ? '' : embeddings.name
