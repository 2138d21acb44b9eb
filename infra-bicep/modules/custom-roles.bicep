metadata description = 'Roles that no built-in one is small enough for. None has a wildcard, an update where only adding is needed, or a delete.'

@description('Required. Name of the environment, for people who read the list of roles.')
param environmentName string

@description('Required. Ends each role name: names are unique in a tenant, and two subscriptions may have environments of one name.')
param token string

@description('Reads and adds entities; no update, no delete. For the table audit, and for nothing else.')
resource auditAppender 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'audit-appender')
  properties: {
    roleName: 'HelpDesk audit appender (${environmentName} ${token})'
    description: 'Reads and adds audit entries. Cannot change or delete one.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

@description('Reads and adds checkpoints, in their table and as blobs; no update, no delete.')
resource checkpointKeeper 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'checkpoint-keeper')
  properties: {
    roleName: 'HelpDesk checkpoint keeper (${environmentName} ${token})'
    description: 'Reads and adds audit checkpoints. Cannot change or delete one.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

@description('Reads, adds and updates records; no delete, as IRecordStore has none.')
resource recordWriter 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'record-writer')
  properties: {
    roleName: 'HelpDesk record writer (${environmentName} ${token})'
    description: 'Reads, adds and updates records. Cannot delete one.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: []
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/read'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/add/action'
          'Microsoft.Storage/storageAccounts/tableServices/tables/entities/update/action'
        ]
        notDataActions: []
      }
    ]
  }
}

output auditAppenderId string = auditAppender.id
output checkpointKeeperId string = checkpointKeeper.id
output recordWriterId string = recordWriter.id
