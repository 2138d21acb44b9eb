metadata description = 'Storage of records and audit, apart from the runtime: other redundancy, other roles, every write logged.'

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

@description('Required. Days in which no one can change or delete a checkpoint.')
@minValue(1)
@maxValue(146000)
param checkpointRetentionDays int

@description('Required. True once the immutability policy was locked by hand: it is then left alone, because a locked policy takes no update but a longer period.')
param checkpointPolicyLocked bool

@description('Required. Workspace that takes the logs.')
param workspaceId string

@description('The tables of orchestrations/Records/Tables.cs. They are made here: the app may not make tables.')
var tableNames = ['inbox', 'context', 'cases', 'lookup', 'approvals', 'audit', 'checkpoints', 'outcomes', 'incidents', 'flags']

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: namesOf(token).recordsStorage
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

@description('Table Storage has no soft delete: the account itself must not go by mistake.')
resource lock 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'records-are-kept'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the audit log. Remove this lock only with the retention officer.'
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource checkpoints 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = {
  parent: blobs
  name: 'audit-checkpoints'
  properties: { publicAccess: 'None' }
}

@description('Unlocked as deployed: the period can still be changed. Locking is a step by hand, see README.md.')
resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-08-01' = if (!checkpointPolicyLocked) {
  parent: checkpoints
  name: 'default'
  properties: {
    immutabilityPeriodSinceCreationInDays: checkpointRetentionDays
    // A checkpoint is one blob, written once.
    allowProtectedAppendWrites: false
    allowProtectedAppendWritesAll: false
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = {
  parent: account
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' = [
  for name in tableNames: {
    parent: tableService
    name: name
  }
]

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource blobLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: blobs
  name: 'writes'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource tableLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: tableService
  name: 'writes'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output name string = account.name
output id string = account.id
output tableUri string = account.properties.primaryEndpoints.table
output checkpointUri string = '${account.properties.primaryEndpoints.blob}${checkpoints.name}'
