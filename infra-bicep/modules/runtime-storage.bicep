metadata description = 'Storage of the Functions host and of Durable Functions: deployment package, leases, task hub.'

import { namesOf } from 'names.bicep'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Redundancy.')
param skuName string

@description('Required. Whether the account is reached through private endpoints only.')
param isPrivate bool

@description('Required. Days in which a deleted blob or container can be brought back.')
@minValue(1)
@maxValue(365)
param softDeleteDays int

@description('Required. Workspace that takes the logs.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: namesOf(token).runtimeStorage
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: skuName }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'None'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

@description('Where azd puts the package that the plan runs.')
resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: 'app-package'
  properties: { publicAccess: 'None' }
}

@description('Where App Service Authentication keeps tokens, where that is chosen.')
resource signInTokens 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: 'sign-in-tokens'
  properties: { publicAccess: 'None' }
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'
}

// Durable reads and writes all the time: only deletions are kept, and failures are seen in the app's own telemetry.
#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'deletions'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageDelete', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource queueLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: queues
  name: 'throttling'
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tables
  name: 'throttling'
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output name string = account.name
output id string = account.id
output blobUri string = account.properties.primaryEndpoints.blob
output queueUri string = account.properties.primaryEndpoints.queue
output tableUri string = account.properties.primaryEndpoints.table
output signInTokensUri string = '${account.properties.primaryEndpoints.blob}${signInTokens.name}'
output packageUri string = '${account.properties.primaryEndpoints.blob}${packages.name}'
