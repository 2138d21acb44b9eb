// What azd deploys, and what dev.bicepparam and prod.bicepparam extend: everything that differs from one customer to the next
// comes from the environment (azd env set NAME value).
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param tier = readEnvironmentVariable('HELPDESK_TIER', 'dev')
param signInClientId = readEnvironmentVariable('HELPDESK_SIGN_IN_CLIENT_ID')
param deployerPrincipalId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param deployerType = readEnvironmentVariable('AZURE_PRINCIPAL_TYPE', 'User')
param publicUrl = readEnvironmentVariable('HELPDESK_PUBLIC_URL', '')
param allowedGroupIds = json(readEnvironmentVariable('HELPDESK_ALLOWED_GROUPS', '[]'))
param signInTokensInBlobs = bool(readEnvironmentVariable('HELPDESK_SIGN_IN_TOKENS_IN_BLOBS', 'false'))
param viewerGroupIds = json(readEnvironmentVariable('HELPDESK_VIEWER_GROUPS', '[]'))
param approverGroupIds = json(readEnvironmentVariable('HELPDESK_APPROVER_GROUPS', '{}'))
param serviceNow = {
  instanceUrl: readEnvironmentVariable('HELPDESK_SERVICENOW_URL', '')
  clientId: readEnvironmentVariable('HELPDESK_SERVICENOW_CLIENT_ID', '')
  integrationUserName: readEnvironmentVariable('HELPDESK_SERVICENOW_USER', '')
}
param jira = {
  siteUrl: readEnvironmentVariable('HELPDESK_JIRA_URL', '')
  email: readEnvironmentVariable('HELPDESK_JIRA_EMAIL', '')
  projects: json(readEnvironmentVariable('HELPDESK_JIRA_PROJECTS', '[]'))
  integrationAccountId: readEnvironmentVariable('HELPDESK_JIRA_ACCOUNT_ID', '')
  usesAutomation: bool(readEnvironmentVariable('HELPDESK_JIRA_AUTOMATION', 'false'))
}
param serviceNowKnowledgeBases = json(readEnvironmentVariable('HELPDESK_SERVICENOW_KNOWLEDGE_BASES', '[]'))
param confluence = {
  siteUrl: readEnvironmentVariable('HELPDESK_CONFLUENCE_URL', '')
  email: readEnvironmentVariable('HELPDESK_CONFLUENCE_EMAIL', '')
  spaces: json(readEnvironmentVariable('HELPDESK_CONFLUENCE_SPACES', '[]'))
}
param mediaWiki = {
  apiUrl: readEnvironmentVariable('HELPDESK_MEDIAWIKI_API_URL', '')
  pageUrl: readEnvironmentVariable('HELPDESK_MEDIAWIKI_PAGE_URL', '')
  userName: readEnvironmentVariable('HELPDESK_MEDIAWIKI_USER', '')
}
param remoteSupport = {
  usesTeamViewer: bool(readEnvironmentVariable('HELPDESK_TEAMVIEWER', 'false'))
  screenConnectUrl: readEnvironmentVariable('HELPDESK_SCREENCONNECT_URL', '')
  usesRescue: bool(readEnvironmentVariable('HELPDESK_RESCUE', 'false'))
}
param useTeams = bool(readEnvironmentVariable('HELPDESK_TEAMS', 'false'))
param useTeamsBot = bool(readEnvironmentVariable('HELPDESK_TEAMS_BOT', 'false'))
param slack = {
  teamId: readEnvironmentVariable('HELPDESK_SLACK_TEAM_ID', '')
  proactive: bool(readEnvironmentVariable('HELPDESK_SLACK_PROACTIVE', 'false'))
}
param mattermost = {
  url: readEnvironmentVariable('HELPDESK_MATTERMOST_URL', '')
  proactive: bool(readEnvironmentVariable('HELPDESK_MATTERMOST_PROACTIVE', 'false'))
}
param mail = {
  intakeMailbox: readEnvironmentVariable('HELPDESK_INTAKE_MAILBOX', '')
  intakeDomains: json(readEnvironmentVariable('HELPDESK_INTAKE_DOMAINS', '[]'))
  noticeMailbox: readEnvironmentVariable('HELPDESK_NOTICE_MAILBOX', '')
  usesNotifications: bool(readEnvironmentVariable('HELPDESK_INTAKE_NOTIFICATIONS', 'false'))
}
param tenantSize = readEnvironmentVariable('HELPDESK_TENANT_SIZE', 'Small')
param useGraphBeta = bool(readEnvironmentVariable('HELPDESK_GRAPH_BETA', 'false'))
param openAiMode = readEnvironmentVariable('HELPDESK_OPENAI', 'none')
param openAiAccountId = readEnvironmentVariable('HELPDESK_OPENAI_ACCOUNT', '')
param openAiDeployment = readEnvironmentVariable('HELPDESK_OPENAI_DEPLOYMENT', '')
param openAiModel = {
  name: readEnvironmentVariable('HELPDESK_OPENAI_MODEL', '')
  version: readEnvironmentVariable('HELPDESK_OPENAI_VERSION', '')
  skuName: readEnvironmentVariable('HELPDESK_OPENAI_SKU', 'DataZoneStandard')
  capacity: int(readEnvironmentVariable('HELPDESK_OPENAI_CAPACITY', '50'))
}
param openAiEmbeddingDeployment = readEnvironmentVariable('HELPDESK_OPENAI_EMBEDDING_DEPLOYMENT', '')
param openAiEmbeddingModel = {
  name: readEnvironmentVariable('HELPDESK_OPENAI_EMBEDDING_MODEL', '')
  version: readEnvironmentVariable('HELPDESK_OPENAI_EMBEDDING_VERSION', '')
  skuName: readEnvironmentVariable('HELPDESK_OPENAI_EMBEDDING_SKU', 'DataZoneStandard')
  capacity: int(readEnvironmentVariable('HELPDESK_OPENAI_EMBEDDING_CAPACITY', '120'))
}
param alertEmails = json(readEnvironmentVariable('HELPDESK_ALERT_EMAILS', '[]'))
param monthlyBudget = int(readEnvironmentVariable('HELPDESK_BUDGET', '0'))
// Set by the hook with the first budget: a budget's start cannot be changed. Empty = this month.
param budgetStart = readEnvironmentVariable('HELPDESK_BUDGET_START', '')
// From the shell that runs azd, not from `azd env set`, which would keep them in a file.
param secrets = {
  'servicenow-client-secret': readEnvironmentVariable('HELPDESK_SECRET_SERVICENOW_CLIENT', '')
  'servicenow-webhook-secret': readEnvironmentVariable('HELPDESK_SECRET_SERVICENOW_WEBHOOK', '')
  'jira-api-token': readEnvironmentVariable('HELPDESK_SECRET_JIRA_API_TOKEN', '')
  'jira-webhook-secret': readEnvironmentVariable('HELPDESK_SECRET_JIRA_WEBHOOK', '')
  'jira-automation-secret': readEnvironmentVariable('HELPDESK_SECRET_JIRA_AUTOMATION', '')
  'teams-workflow-url': readEnvironmentVariable('HELPDESK_SECRET_TEAMS_WORKFLOW_URL', '')
  'confluence-api-token': readEnvironmentVariable('HELPDESK_SECRET_CONFLUENCE_API_TOKEN', '')
  'mediawiki-password': readEnvironmentVariable('HELPDESK_SECRET_MEDIAWIKI_PASSWORD', '')
  'teamviewer-token': readEnvironmentVariable('HELPDESK_SECRET_TEAMVIEWER_TOKEN', '')
  'screenconnect-secret': readEnvironmentVariable('HELPDESK_SECRET_SCREENCONNECT', '')
  'rescue-auth-code': readEnvironmentVariable('HELPDESK_SECRET_RESCUE_AUTH_CODE', '')
  'slack-bot-token': readEnvironmentVariable('HELPDESK_SECRET_SLACK_BOT_TOKEN', '')
  'slack-signing-secret': readEnvironmentVariable('HELPDESK_SECRET_SLACK_SIGNING', '')
  'mattermost-bot-token': readEnvironmentVariable('HELPDESK_SECRET_MATTERMOST_BOT_TOKEN', '')
  'mattermost-command-token': readEnvironmentVariable('HELPDESK_SECRET_MATTERMOST_COMMAND_TOKEN', '')
  'graph-intake-client-state': readEnvironmentVariable('HELPDESK_SECRET_INTAKE_CLIENT_STATE', '')
}
param checkpointPolicyLocked = bool(readEnvironmentVariable('HELPDESK_CHECKPOINTS_LOCKED', 'false'))
