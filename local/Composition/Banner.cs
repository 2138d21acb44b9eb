using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Intake;

namespace HelpDesk.Local.Composition;

/// <summary>Says after the start, in plain words, what runs where, what is simulated, where the data lies and what to try first.</summary>
internal static class Banner
{
    /// <summary>Writes it.</summary>
    public static async Task WriteAsync(TextWriter writer, LocalHost head)
    {
        var product = Root(head.Addresses.Product);
        var simulator = Root(head.Addresses.Simulator);
        await writer.WriteLineAsync(
            $"""

            HelpDesk is running.

              Product           {product}   pages, webhooks, workflows
            """);
        if (head.Systems.AnySimulated)
            await writer.WriteLineAsync($"  Simulated tenant  {simulator}   its people, devices, tickets and messages");
        await writer.WriteLineAsync(
            $"""
              Data              {head.Addresses.DataDirectory}   SQLite; delete the folder to start afresh

              Simulated         {List(head, SystemMode.Simulated)}
              Real              {List(head, SystemMode.Real)}
              Triage            {(head.Systems[OutsideSystem.AzureOpenAI] == SystemMode.Off ? "the embedded classifier" : "Azure OpenAI, and the embedded classifier when it fails")}
            """);
        await writer.WriteLineAsync($"  Beta endpoints    {Beta(head.Services)}");
        foreach (var setting in head.Services.GetServices<ITicketWebhook>().Select(webhook => webhook.MissingSetting).OfType<string>())
            await writer.WriteLineAsync($"  Not set           {setting}: that webhook answers 503");
        await writer.WriteLineAsync("\nTry first");
        if (head.Systems.Of(SystemMode.Simulated).FirstOrDefault(system => system.IsTicketSystem) is { } tickets)
        {
            await writer.WriteLineAsync(
                $$"""
                  Forty tickets     dotnet run --project local -- demo      (in a second terminal)
                  One ticket        curl -X POST {{simulator}}/simulator/tickets -H 'Content-Type: application/json' \
                                      -d '{"system":"{{tickets}}","requester":"amy.poe@contoso.example","title":"Locked out","text":"My account is locked. Please unlock it."}'
                """);
        }

        await writer.WriteLineAsync(
            $"""
              Cases             {product}/cases
              Approvals         {product}/approvals
            """);
        if (head.Systems.AnySimulated)
            await writer.WriteLineAsync($"  The simulated     {simulator}/");
        await writer.WriteLineAsync("\nCtrl-C stops it; the next start goes on where it was.");
    }

    private static string Beta(IServiceProvider services) =>
        services.GetRequiredService<RemediationCatalogue>().Descriptors.Where(descriptor => descriptor.IsBeta).Select(descriptor => descriptor.Id).ToList() is { Count: > 0 } on
            ? $"on (Graph:UseBetaEndpoints=true): {string.Join(", ", on)}; Microsoft may change them without notice"
            : "off (Graph:UseBetaEndpoints=false): no rotation of BitLocker keys and local administrator passwords";

    private static string List(LocalHost head, SystemMode mode) =>
        head.Systems.Of(mode).Select(system => system.DisplayName).ToList() is { Count: > 0 } names ? string.Join(", ", names) : "nothing";

    private static string Root(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
