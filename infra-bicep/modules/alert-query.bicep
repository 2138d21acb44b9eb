metadata description = 'One alert on a query: it fires for every row that the query returns.'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Name, as shown in mails.')
param name string

@description('Required. What happened and what to do.')
param whatToDo string

@description('Required. The query; a row = an alert.')
param query string

@description('Required. 0 (critical) to 4.')
@minValue(0)
@maxValue(4)
param severity int

@description('Required. How often it is asked, ISO 8601.')
param every string

@description('Required. How far it looks back, ISO 8601.')
param window string

@description('Required. Application Insights it asks.')
param insightsId string

@description('Required. Who is notified.')
param actionGroupId string

resource rule 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: name
    description: whatToDo
    enabled: true
    severity: severity
    scopes: [insightsId]
    evaluationFrequency: every
    windowSize: window
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [actionGroupId] }
  }
}
