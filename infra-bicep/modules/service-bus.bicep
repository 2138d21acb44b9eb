metadata description = 'The queue between webhook and workflow. Signed-in identities only: there is no shared access signature.'

import { namesOf } from 'names.bicep'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Standard, or Premium, which private endpoints need.')
@allowed(['Standard', 'Premium'])
param skuName string

@description('Required. Whether the namespace is reached through private endpoints only.')
param isPrivate bool

@description('Required. Workspace that takes the logs.')
param workspaceId string

resource namespace 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: namesOf(token).serviceBus
  location: location
  tags: tags
  sku: skuName == 'Premium' ? { name: 'Premium', tier: 'Premium', capacity: 1 } : { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
  }
}

resource tickets 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = {
  parent: namespace
  name: 'tickets'
  properties: {
    // A ticket system repeats a webhook within minutes to an hour; later ones stop at the inbox row.
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT1H'
    // A lock is renewed while its function works, so it only says how soon the message of a dead host comes back.
    lockDuration: 'PT1M'
    // A delivery waits up to 8 minutes for a store that is away (QueueBackOff), so ten last through an outage of 80 minutes.
    maxDeliveryCount: 10
    // Two weeks: long enough for an outage over holidays. What is older goes to the dead letters and is reported, not lost.
    defaultMessageTimeToLive: 'P14D'
    deadLetteringOnMessageExpiration: true
  }
}

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: namespace
  name: 'operations'
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = namespace.name
output id string = namespace.id
output queueName string = tickets.name

@description('Host name without protocol and port, as the binding wants it.')
output hostName string = split(replace(namespace.properties.serviceBusEndpoint, 'https://', ''), ':')[0]
