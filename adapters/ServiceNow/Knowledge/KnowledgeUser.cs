using System.Text.Json;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>A reader as the instance knows them.</summary>
/// <param name="Id"><c>sys_id</c>.</param>
/// <param name="Roles">Names of the roles, inherited ones too.</param>
/// <param name="RoleIds">Their ids.</param>
/// <param name="Groups">Ids of the groups.</param>
/// <param name="Row">The user record.</param>
internal sealed record KnowledgeUser(string Id, IReadOnlySet<string> Roles, IReadOnlySet<string> RoleIds, IReadOnlySet<string> Groups, JsonElement Row);
