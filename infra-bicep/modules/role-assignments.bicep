metadata description = 'Every role of every identity in one place. README.md has the same table; a test compares.'

import { namesOf } from 'names.bicep'

@description('Required. Object id of the app identity.')
param appPrincipalId string

@description('Required. Object id of the person or pipeline that enters secrets; empty = no one.')
param deployerPrincipalId string

@description('Required. What it is: User or ServicePrincipal.')
@allowed(['User', 'ServicePrincipal'])
param deployerType string

@description('Required. Token that makes names unique.')
param token string

@description('Required. Ids of the custom roles.')
param customRoles { auditAppender: string, checkpointKeeper: string, recordWriter: string }

@description('Tables in which records are changed as well as added.')
var changingTables = ['inbox', 'context', 'cases', 'approvals', 'outcomes', 'incidents', 'flags']

resource runtime 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: namesOf(token).runtimeStorage
}

resource records 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: namesOf(token).recordsStorage

  resource tableService 'tableServices' existing = {
    name: 'default'

    resource audit 'tables' existing = {
      name: 'audit'
    }

    resource checkpoints 'tables' existing = {
      name: 'checkpoints'
    }

    resource changing 'tables' existing = [
      for name in changingTables: {
        name: name
      }
    ]
  }

  resource blobService 'blobServices' existing = {
    name: 'default'

    resource archive 'containers' existing = {
      name: 'audit-checkpoints'
    }
  }
}

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' existing = {
  name: namesOf(token).serviceBus

  resource tickets 'queues' existing = {
    name: 'tickets'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: namesOf(token).vault

  resource checkpointKey 'keys' existing = {
    name: 'audit-checkpoint'
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: namesOf(token).insights
}

// Storage Blob Data Owner: the host keeps leases and keys there, and the plan reads the package.
resource runtimeBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: runtime
  name: guid(runtime.id, 'app', 'blob-owner')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
    )
    description: 'app: Storage Blob Data Owner on the runtime storage account'
  }
}

// Storage Queue Data Contributor: the queues of Durable Functions.
resource runtimeQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: runtime
  name: guid(runtime.id, 'app', 'queue-contributor')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
    )
    description: 'app: Storage Queue Data Contributor on the runtime storage account'
  }
}

// Storage Table Data Contributor: the histories of Durable Functions.
resource runtimeTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: runtime
  name: guid(runtime.id, 'app', 'table-contributor')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
    )
    description: 'app: Storage Table Data Contributor on the runtime storage account'
  }
}

// HelpDesk audit appender: nothing but this on the audit table.
resource audit 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records::tableService::audit
  name: guid(records::tableService::audit.id, 'app', 'audit-appender')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: customRoles.auditAppender
    description: 'app: HelpDesk audit appender on the table audit'
  }
}

// HelpDesk checkpoint keeper: signed roots are added, never changed.
resource checkpoints 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records::tableService::checkpoints
  name: guid(records::tableService::checkpoints.id, 'app', 'checkpoint-keeper')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: customRoles.checkpointKeeper
    description: 'app: HelpDesk checkpoint keeper on the table checkpoints'
  }
}

// HelpDesk checkpoint keeper: the copies under the immutability policy.
resource archive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: records::blobService::archive
  name: guid(records::blobService::archive.id, 'app', 'checkpoint-keeper')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: customRoles.checkpointKeeper
    description: 'app: HelpDesk checkpoint keeper on the container audit-checkpoints'
  }
}

// HelpDesk record writer: all other tables, one by one, so that no scope covers the audit table.
resource changing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in changingTables: {
    scope: records::tableService::changing[i]
    name: guid(records::tableService::changing[i].id, 'app', 'record-writer')
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: customRoles.recordWriter
      description: 'app: HelpDesk record writer on the tables inbox, context, cases, approvals, outcomes, incidents and flags'
    }
  }
]

// Azure Service Bus Data Owner, on this one queue: intake sends, the triggers receive, and Flex Consumption scales by the queue's
// length, which it reads with the app's identity and which Data Receiver does not allow.
resource queueOwner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: namespace::tickets
  name: guid(namespace::tickets.id, 'app', 'data-owner')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '090c5cfd-751d-490a-894a-3ce6f1109419'
    )
    description: 'app: Azure Service Bus Data Owner on the queue tickets'
  }
}

// Key Vault Secrets User: reads the secrets that settings refer to.
resource secrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, 'app', 'secrets-user')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '4633458b-17de-408a-b874-0445c86b69e6'
    )
    description: 'app: Key Vault Secrets User on the vault'
  }
}

// Key Vault Crypto User: signs checkpoints, with this key only; cannot export or replace it.
resource sign 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault::checkpointKey
  name: guid(vault::checkpointKey.id, 'app', 'crypto-user')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '12338af0-0e69-4776-bea7-57ae8d297424'
    )
    description: 'app: Key Vault Crypto User on the key audit-checkpoint'
  }
}

// Monitoring Metrics Publisher: telemetry without a key.
resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, 'app', 'metrics-publisher')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '3913510d-42f4-4e42-8a64-420c390055eb'
    )
    description: 'app: Monitoring Metrics Publisher on Application Insights'
  }
}

// Key Vault Secrets Officer: whoever deploys enters the secrets.
resource officer 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerPrincipalId)) {
  scope: vault
  name: guid(vault.id, deployerPrincipalId, 'secrets-officer')
  properties: {
    principalId: deployerPrincipalId
    principalType: deployerType
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
    )
    description: 'deployer: Key Vault Secrets Officer on the vault'
  }
}
