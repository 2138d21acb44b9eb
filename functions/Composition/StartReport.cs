using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace HelpDesk.Functions.Composition;

/// <summary>All that keeps the app from starting, for who set it up: what is wrong, where the setting comes from now, an example. Never a value.</summary>
internal static partial class StartReport
{
    // Secrets are references: their example must not be a value that somebody keeps.
    private static readonly Dictionary<string, string> Examples = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SignIn:Mode"] = "appservice",
        ["SignIn:TenantId"] = "11111111-2222-3333-4444-555555555555",
        ["SignIn:ClientId"] = "11111111-2222-3333-4444-555555555555",
        ["SignIn:CookieKey"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=cookie-key)",
        ["SignIn:Instance"] = "https://login.microsoftonline.com/",
        ["TableStorage:ServiceUri"] = "https://NAME.table.core.windows.net",
        ["ServiceBus:FullyQualifiedNamespace"] = "NAME.servicebus.windows.net",
        ["KeyVault:CheckpointKey"] = "https://NAME.vault.azure.net/keys/audit-checkpoint",
        ["KeyVault:DecisionKey"] = "https://NAME.vault.azure.net/keys/decision",
        ["CheckpointArchive:ContainerUri"] = "https://NAME.blob.core.windows.net/audit-checkpoints",
        ["HelpDesk:PublicUrl"] = "https://helpdesk.example.com",
        ["HelpDesk:LinkKey"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=link-key)",
        ["Graph:BaseUrl"] = "https://graph.microsoft.com/v1.0",
        ["Graph:TenantId"] = "11111111-2222-3333-4444-555555555555",
        ["Graph:ClientId"] = "11111111-2222-3333-4444-555555555555",
        ["Graph:Identities"] = "11111111-2222-3333-4444-555555555555 for each of the three",
        ["Graph:Timeout"] = "00:00:30",
        ["Graph:UseBetaEndpoints"] = "false",
        ["Teams:WorkflowUrl"] = "@Microsoft.KeyVault(VaultName=NAME;SecretName=teams-workflow-url)",
        ["AzureOpenAI:Endpoint"] = "https://NAME.openai.azure.com",
        ["AzureOpenAI:Deployment"] = "gpt-4.1-mini",
    };

    /// <summary>The faults that a fault of the start means; null when it is a defect of ours.</summary>
    public static IReadOnlyList<string>? Explain(Exception fault) => fault switch
    {
        OptionsValidationException options => [.. options.Failures],
        ConfigurationException files => [.. files.Report.Faults.Select(found => found.ToString())],
        AggregateException several => [.. several.InnerExceptions.SelectMany(inner => Explain(inner) ?? [inner.Message])],
        InvalidOperationException binding when binding.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => [binding.Message],
        _ => null,
    };

    /// <summary>The lines of the report.</summary>
    /// <param name="settings">Where settings come from.</param>
    /// <param name="faults">One line each, as the checks say them.</param>
    /// <param name="ticketSystems">Those that this build knows, with examples of their settings.</param>
    public static IReadOnlyList<string> Lines(IConfigurationRoot settings, IReadOnlyCollection<string> faults, IEnumerable<TicketSystemDescriptor> ticketSystems)
    {
        var examples = new Dictionary<string, string>(Examples.Concat(ticketSystems.SelectMany(system => system.SettingExamples)), StringComparer.OrdinalIgnoreCase);
        return
        [
            $"The app does not start: {faults.Count} error(s) in its settings or files. docs/settings.md explains each setting.",
            .. faults.Distinct(StringComparer.Ordinal).SelectMany(fault => new[] { $"- {fault}" }.Concat(Setting(fault) is { } name ? [$"  {Source(settings, name)}{Example(examples, name)}"] : [])),
        ];
    }

    private static string? Setting(string fault) => Name().Match(fault) is { Success: true } match ? match.Value : null;

    private static string Source(IConfigurationRoot settings, string name)
    {
        // The last provider that knows it wins.
        var provider = settings.Providers.LastOrDefault(source => source.TryGet(name, out _));
        var variable = name.Replace(":", "__", StringComparison.Ordinal);
        return provider switch
        {
            null => $"Not set. It is the app setting (environment variable) {variable}",
            EnvironmentVariablesConfigurationProvider => $"Comes from the app setting (environment variable) {variable}",
            JsonConfigurationProvider { Source.Path: { } file } => $"Comes from the file {file}; the app setting {variable} goes before it",
            _ => $"Comes from {provider}; it is the app setting (environment variable) {variable}",
        };
    }

    private static string Example(Dictionary<string, string> examples, string name) => examples.TryGetValue(name, out var example) ? $"; example: {example}" : "; examples: docs/settings.md";

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+(:[A-Za-z][A-Za-z0-9-]*)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Name();
}
