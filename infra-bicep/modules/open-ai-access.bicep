metadata description = 'Lets the app ask one Azure OpenAI account, which may be in another resource group.'

@description('Required. Name of the account.')
param accountName string

@description('Required. Name of the environment: two of them may use one account.')
param appName string

@description('Required. Object id of the app identity.')
param appPrincipalId string

resource account 'Microsoft.CognitiveServices/accounts@2025-12-01' existing = {
  name: accountName
}

// Cognitive Services OpenAI User
resource ask 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, appName, 'openai-user')
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId(
      'Microsoft.Authorization/roleDefinitions',
      '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
    )
    description: 'app: Cognitive Services OpenAI User on the model account'
  }
}

output endpoint string = account.properties.endpoint
