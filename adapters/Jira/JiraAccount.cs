using HelpDesk.Orchestrations.Foundation;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Jira;

/// <summary>Which account is ours: from the settings, or asked once.</summary>
internal sealed class JiraAccount(JiraApi api, IOptionsMonitor<JiraOptions> options)
{
    private string? _asked;

    /// <summary>Account id of the integration account.</summary>
    public async Task<string> IdAsync(CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(options.CurrentValue.IntegrationAccountId))
            return options.CurrentValue.IntegrationAccountId;
        return _asked ??= (await api.GetAsync("rest/api/3/myself", cancellation))?.TextOrNull("accountId")
            ?? throw new VendorException(JiraApi.System, "no-account", "Jira does not say which account this is (/rest/api/3/myself): set Jira:IntegrationAccountId.", isRetryable: false);
    }
}
