metadata description = 'Who is notified, and of what. Names of metrics: README.md.'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Mail addresses that are notified.')
param emails string[]

@description('Required. Service Bus namespace with the queue.')
param serviceBusId string

@description('Required. Name of the queue.')
param queueName string

@description('Required. Application Insights of the app.')
param insightsId string

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-helpdesk-${token}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'HelpDesk'
    emailReceivers: [
      for (email, i) in emails: {
        name: 'mail-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource deadLetters 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'HelpDesk dead letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'The queue gave messages up and the app does not take them over: it does not run. Check /api/health/ready and the function dead-letters.'
    enabled: true
    severity: 1
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'any'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          dimensions: [{ name: 'EntityName', operator: 'Include', values: [queueName] }]
          timeAggregation: 'Maximum'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [{ actionGroupId: operators.id }]
  }
}

var queries = [
  {
    name: 'HelpDesk open dead letters'
    whatToDo: 'A ticket could not be started in ten tries. Open the page of dead letters: replay or discard it.'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    // The app takes dead letters out of the queue into its records, so the queue's own count does not tell of them.
    query: 'customMetrics | where name == "helpdesk.intake.dead_letter.age" | summarize age = max(valueMax) | where age > 0'
  }
  {
    name: 'HelpDesk stuck cases'
    whatToDo: 'The watchdog found cases that do not move. Open /operations: resume them, or end them and give the ticket to a person.'
    severity: 2
    every: 'PT15M'
    window: 'PT30M'
    query: 'customMetrics | where name == "helpdesk.cases.stuck" | summarize stuck = max(valueMax) | where stuck > 0'
  }
  {
    name: 'HelpDesk verification mismatch'
    whatToDo: 'A remediation was done, but reading it back did not show the effect. Open the case: a person has it. Several at once: move the kill switch.'
    severity: 1
    every: 'PT5M'
    window: 'PT15M'
    query: 'customMetrics | where name == "helpdesk.remediation.mismatches" | summarize mismatches = sum(valueSum) | where mismatches > 0'
  }
  {
    name: 'HelpDesk checkpoint lag'
    whatToDo: 'No audit checkpoint for three hours, or its timer reports nothing. Check the timer on /operations, the vault key and the container audit-checkpoints.'
    severity: 1
    every: 'PT30M'
    window: 'PT1H'
    // No row of the metric is lag too: summarize without "by" gives one row, with isnull, when there is nothing.
    query: 'customMetrics | where name == "helpdesk.audit.checkpoint.age" | summarize age = min(valueMax) | where isnull(age) or age > 10800'
  }
  {
    name: 'HelpDesk accept budget burns'
    // At 14.4 times, 2 % of a month's budget is gone in one hour (Google SRE workbook, chapter 5, multiwindow alerts).
    whatToDo: 'Webhooks fail or take over three seconds, 14.4 times faster than 99.9 % a month allows, over the last hour and still over five minutes. Check /api/health/ready and storage.'
    severity: 0
    every: 'PT5M'
    window: 'PT1H'
    query: '''
let accepts = requests | where url has "/api/webhooks/" | extend bad = iff(toint(resultCode) >= 500 or duration > 3000, 1, 0);
accepts
| summarize hour = avg(todouble(bad)), recent = avgif(todouble(bad), timestamp > ago(5m))
| where hour > 14.4 * 0.001 and recent > 14.4 * 0.001'''
  }
]

module query 'alert-query.bicep' = [
  for alert in queries: {
    params: {
      location: location
      tags: tags
      name: alert.name
      whatToDo: alert.whatToDo
      query: alert.query
      severity: alert.severity
      every: alert.every
      window: alert.window
      insightsId: insightsId
      actionGroupId: operators.id
    }
  }
]

output actionGroupId string = operators.id
