metadata description = 'All private endpoints of the product.'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Their subnet.')
param subnetId string

@description('Required. Private zone of each kind.')
param zones { blob: string, queue: string, table: string, serviceBus: string, vault: string, openAi: string }

@description('Required. Account of the runtime.')
param runtimeStorageId string

@description('Required. Account of the records.')
param recordsStorageId string

@description('Required. Service Bus namespace.')
param serviceBusId string

@description('Required. Key Vault.')
param vaultId string

@description('Required. Model account made here; empty = none.')
param openAiId string

var all = concat(
  [
    { name: 'run-blob', targetId: runtimeStorageId, groupId: 'blob', zoneId: zones.blob }
    { name: 'run-queue', targetId: runtimeStorageId, groupId: 'queue', zoneId: zones.queue }
    { name: 'run-table', targetId: runtimeStorageId, groupId: 'table', zoneId: zones.table }
    { name: 'rec-blob', targetId: recordsStorageId, groupId: 'blob', zoneId: zones.blob }
    { name: 'rec-table', targetId: recordsStorageId, groupId: 'table', zoneId: zones.table }
    { name: 'bus', targetId: serviceBusId, groupId: 'namespace', zoneId: zones.serviceBus }
    { name: 'vault', targetId: vaultId, groupId: 'vault', zoneId: zones.vault }
  ],
  empty(openAiId) ? [] : [{ name: 'openai', targetId: openAiId, groupId: 'account', zoneId: zones.openAi }]
)

module endpoint 'private-endpoint.bicep' = [
  for entry in all: {
    params: {
      location: location
      tags: tags
      name: 'pe-helpdesk-${entry.name}-${token}'
      subnetId: subnetId
      targetId: entry.targetId
      groupId: entry.groupId
      zoneId: entry.zoneId
    }
  }
]
