using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.ServiceNow.Knowledge;

/// <summary>
/// Who may read an article, computed from the criteria of its base and its own. The instance answers as the integration user, who may see more
/// than a reader, so its search says nothing. What cannot be read or decided denies.
/// </summary>
internal sealed class KnowledgeRights(ServiceNowApi api, UserCriteria criteria, IOptions<ServiceNowKnowledgeOptions> options)
{
    /// <summary>Fields of an article that decide who may read it.</summary>
    public const string Fields = "kb_knowledge_base,can_read_user_criteria,cannot_read_user_criteria,roles";

    private const int MostCriteria = 200;
    private const string BlocksWithout = "glide.knowman.block_access_with_no_user_criteria";
    private const string AppliesArticle = "glide.knowman.apply_article_read_criteria";
    private const string AppliesRoles = "glide.knowman.search.apply_role_based_security";

    /// <summary>What a base and the instance say, read once per reading.</summary>
    /// <param name="CanRead">Criteria that may read; null when they cannot be read.</param>
    /// <param name="CannotRead">Criteria that may not.</param>
    /// <param name="CanContribute">Criteria that may write, and thereby read.</param>
    /// <param name="IsClosedWithout">True: an article without criteria is for no one.</param>
    internal sealed record BaseRules(IReadOnlyList<string>? CanRead, IReadOnlyList<string>? CannotRead, IReadOnlyList<string>? CanContribute, bool IsClosedWithout);

    /// <summary>Reads the rules of a base.</summary>
    public async Task<BaseRules> OfBaseAsync(string baseId, CancellationToken cancellation) => new(
        await LinkedAsync("kb_uc_can_read_mtom", baseId, cancellation),
        await LinkedAsync("kb_uc_cannot_read_mtom", baseId, cancellation),
        await LinkedAsync("kb_uc_can_contribute_mtom", baseId, cancellation),
        await IsOnAsync(BlocksWithout, cancellation));

    /// <summary>Whether everybody may read an article, or each reader has to be asked for.</summary>
    public KnowledgeAudience AudienceOf(JsonElement article, BaseRules rules)
    {
        var isOpen = rules is { CanRead.Count: 0, CannotRead.Count: 0, IsClosedWithout: false } && IsEmpty("can_read_user_criteria") && IsEmpty("cannot_read_user_criteria") && IsEmpty("roles");
        return !isOpen ? KnowledgeAudience.Restricted : IsStaff(article.Text("kb_knowledge_base")) ? KnowledgeAudience.Staff : KnowledgeAudience.Everyone;

        bool IsEmpty(string field) => article.Member(field) is not null && article.Text(field).Length == 0;
    }

    /// <summary>Whether a reader may read an article now.</summary>
    public async Task<bool> MayReadAsync(JsonElement article, KnowledgeReader reader, CancellationToken cancellation)
    {
        var baseId = article.Text("kb_knowledge_base");
        if ((IsStaff(baseId) && !reader.IsStaff) || List(article, "can_read_user_criteria") is not { } own || List(article, "cannot_read_user_criteria") is not { } denied || List(article, "roles") is not { } roles)
            return false;
        var rules = await OfBaseAsync(baseId, cancellation);
        if (rules.CanRead is not { } canRead || rules.CannotRead is not { } cannotRead || rules.CanContribute is not { } canContribute || await UserAsync(reader.Mail, cancellation) is not { } user)
            return false;
        if (await criteria.AnyAsync([.. cannotRead, .. denied], user, isDeny: true, cancellation) != false)
            return false;
        if (roles.Length > 0 && !roles.Any(user.Roles.Contains) && await IsOnAsync(AppliesRoles, cancellation))
            return false;
        var contributes = await criteria.AnyAsync(canContribute, user, isDeny: false, cancellation) == true;
        var readsBase = contributes || (canRead.Count == 0 ? !rules.IsClosedWithout || own.Length > 0 : await criteria.AnyAsync(canRead, user, isDeny: false, cancellation) == true);
        if (!readsBase)
            return false;
        return own.Length == 0 || await criteria.AnyAsync(own, user, isDeny: false, cancellation) == true || (contributes && !await IsOnAsync(AppliesArticle, cancellation));
    }

    private bool IsStaff(string baseId) => options.Value.StaffBases.Contains(baseId, StringComparer.OrdinalIgnoreCase);

    // One active user with that address. Two are nobody: whose rights would count?
    private async Task<KnowledgeUser?> UserAsync(string mail, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(mail) || mail.Contains('^', StringComparison.Ordinal))
            return null;
        const string UserFields = "sys_id,user_name,email,company,department,location";
        var found = (await api.QueryAsync("sys_user", $"email={mail}^active=true", UserFields, 2, 0, cancellation)).Rows;
        if (found.Count == 0)
            found = (await api.QueryAsync("sys_user", $"user_name={mail}^active=true", UserFields, 2, 0, cancellation)).Rows;
        if (found is not [var row] || row.Text("sys_id") is not { } id || !ServiceNowId.IsValid(id))
            return null;
        var roles = await api.QueryAsync("sys_user_has_role", $"user={id}^state=active", "role,role.name", MostCriteria, 0, cancellation);
        var groups = await api.QueryAsync("sys_user_grmember", $"user={id}", "group", MostCriteria, 0, cancellation);
        if (!roles.IsWhole || !groups.IsWhole)
            return null;
        return new KnowledgeUser(id, Column(roles, "role.name"), Column(roles, "role"), Column(groups, "group"), row);
    }

    private async Task<IReadOnlyList<string>?> LinkedAsync(string table, string baseId, CancellationToken cancellation)
    {
        try
        {
            var page = await api.QueryAsync(table, $"kb_knowledge_base={baseId}", "user_criteria", MostCriteria, 0, cancellation);
            return page.IsWhole ? [.. Column(page, "user_criteria")] : null;
        }
        catch (VendorException refusal) when (refusal.Code is "403" or "400")
        {
            return null;
        }
    }

    // What cannot be read counts as switched on, which closes.
    private async Task<bool> IsOnAsync(string property, CancellationToken cancellation)
    {
        try
        {
            var page = await api.QueryAsync("sys_properties", $"name={property}", "name,value", 1, 0, cancellation);
            return page.Rows is not [var row] || row.Text("value") != "false";
        }
        catch (VendorException refusal) when (refusal.Code is "403" or "400")
        {
            return true;
        }
    }

    private static HashSet<string> Column(ServiceNowPage page, string field) =>
        page.Rows.Select(row => row.Text(field)).Where(static value => value.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string[]? List(JsonElement row, string field) => row.Member(field) is null
        ? null
        : row.Text(field).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
