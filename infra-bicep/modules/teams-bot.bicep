metadata description = 'The Azure Bot through which people write to HelpDesk in Teams. It is a managed identity of the app: there is no secret.'

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('Required. Tenant of the bot and of the people who may write to it.')
param tenantId string

@description('Required. Resource id of the identity that the bot is.')
param identityId string

@description('Required. Client id of that identity: the id of the bot.')
param identityClientId string

@description('Required. Address of the pages, https; what Teams sends goes to /api/webhooks/teams-bot below it.')
param url string

@description('Required. Workspace that takes the logs.')
param workspaceId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: 'bot-helpdesk-${token}'
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Helpdesk'
    endpoint: '${url}/api/webhooks/teams-bot'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identityClientId
    msaAppTenantId: tenantId
    msaAppMSIResourceId: identityId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true }
    }
  }
}

#disable-next-line use-recent-api-versions // The stable version, of 2016, has no category groups.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: bot
  name: 'bot'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'BotRequest', enabled: true }]
  }
}
