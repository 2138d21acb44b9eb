metadata description = 'One identity per class of risk: what one may do in the tenant, no other can.'

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Token that makes names unique.')
param token string

@description('The app itself: storage, queue, vault, model and telemetry. It has no Graph role.')
resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-helpdesk-app-${token}'
  location: location
  tags: tags
}

@description('Reads people, groups, devices, licences and sign-in methods.')
resource read 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-helpdesk-read-${token}'
  location: location
  tags: tags
}

@description('Changes accounts, groups and licences.')
resource identityWrites 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-helpdesk-identity-${token}'
  location: location
  tags: tags
}

@description('Makes passes and deletes sign-in methods.')
resource credentialWrites 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-helpdesk-credential-${token}'
  location: location
  tags: tags
}

@description('Locks, restarts, retires and wipes devices.')
resource deviceActions 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-helpdesk-device-${token}'
  location: location
  tags: tags
}

@description('The bot in Teams. It has no role anywhere: whoever has it can speak as the bot, and no more.')
resource bot 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-helpdesk-bot-${token}'
  location: location
  tags: tags
}

@description('What others need to know of an identity.')
@export()
type identity = {
  @description('Resource id.')
  id: string
  @description('Client id: what a credential names.')
  clientId: string
  @description('Object id of its service principal: what a role is given to.')
  principalId: string
}

output app identity = { id: app.id, clientId: app.properties.clientId, principalId: app.properties.principalId }
output read identity = { id: read.id, clientId: read.properties.clientId, principalId: read.properties.principalId }
output identityWrites identity = {
  id: identityWrites.id
  clientId: identityWrites.properties.clientId
  principalId: identityWrites.properties.principalId
}
output credentialWrites identity = {
  id: credentialWrites.id
  clientId: credentialWrites.properties.clientId
  principalId: credentialWrites.properties.principalId
}
output deviceActions identity = {
  id: deviceActions.id
  clientId: deviceActions.properties.clientId
  principalId: deviceActions.properties.principalId
}
output bot identity = { id: bot.id, clientId: bot.properties.clientId, principalId: bot.properties.principalId }
