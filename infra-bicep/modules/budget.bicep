metadata description = 'Mails at 80 % of the monthly budget spent, and when 100 % are forecast. It stops nothing.'

@description('Required. Amount a month, in the currency of the subscription.')
@minValue(1)
param amount int

@description('Required. First day of the first month, yyyy-MM-01.')
param start string

@description('Required. Mail addresses that are notified.')
@minLength(1)
param emails string[]

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: 'helpdesk'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      spent: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: emails
      }
      forecast: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: emails
      }
    }
  }
}
