metadata description = 'Names of the resources that others refer to: known before a deployment, so that what-if can look through.'

@description('Names in an environment, made of its token.')
@export()
func namesOf(token string) {
  runtimeStorage: string
  recordsStorage: string
  serviceBus: string
  vault: string
  insights: string
  openAi: string
  site: string
} => {
  runtimeStorage: 'sthdrun${token}'
  recordsStorage: 'sthdrec${token}'
  serviceBus: 'sb-helpdesk-${token}'
  vault: 'kvhd${token}'
  insights: 'appi-helpdesk-${token}'
  openAi: 'oai-helpdesk-${token}'
  site: 'func-helpdesk-${token}'
}
