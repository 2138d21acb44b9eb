metadata description = 'Log Analytics workspace and Application Insights; both take telemetry from signed-in identities only.'

import { namesOf } from 'names.bicep'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. How many days logs are kept, 30 to 730.')
@minValue(30)
@maxValue(730)
param retentionDays int

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-helpdesk-${token}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: namesOf(token).insights
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
    // Failures and refusals must all be there: host.json excludes them from sampling, and here nothing is dropped.
    SamplingPercentage: 100
  }
}

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource workspaceAudit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: workspace
  name: 'audit'
  properties: {
    workspaceId: workspace.id
    // Who queried the logs.
    logs: [{ category: 'Audit', enabled: true }]
  }
}

output workspaceId string = workspace.id
output insightsName string = insights.name
output insightsId string = insights.id

@description('Names the ingestion address; since local authentication is off it opens nothing by itself.')
output connectionString string = insights.properties.ConnectionString
