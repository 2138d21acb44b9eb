using HelpDesk.Orchestrations.Domain.Policy;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Viewers;

/// <summary>Refuses settings that let nobody operate or name no group.</summary>
internal sealed class PagesOptionsValidator(PolicySet policy) : IValidateOptions<PagesOptions>
{
    public ValidateOptionsResult Validate(string? name, PagesOptions options)
    {
        var faults = new List<string>();
        if (!policy.Approvers.ContainsKey(options.OperatorGroup))
            faults.Add($"Pages:OperatorGroup must name a group of policy/approvers.yaml: {string.Join(", ", policy.Approvers.Keys.Order(StringComparer.Ordinal))}.");
        if (options.FreezeGroup != PagesOptions.DefaultFreezeGroup && !policy.Approvers.ContainsKey(options.FreezeGroup))
            faults.Add($"Pages:FreezeGroup must name a group of policy/approvers.yaml: {string.Join(", ", policy.Approvers.Keys.Order(StringComparer.Ordinal))}.");
        if (options.RememberMembershipFor < TimeSpan.Zero || options.RememberMembershipFor > PagesOptions.LongestMemory)
            faults.Add("Pages:RememberMembershipFor must be 0 to 12 hours.");
        if (options.ViewerGroupIds.Any(id => !Guid.TryParseExact(id, "D", out _)))
            faults.Add("Pages:ViewerGroupIds must hold Entra group ids, GUIDs.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
