using HelpDesk.EndToEnd.Tests.Harness;

namespace HelpDesk.EndToEnd.Tests.Kills;

/// <summary>One data folder and the process that runs on it now; each kill is followed by a start on the same data.</summary>
public sealed class KilledHelpDesk : IAsyncLifetime
{
    private readonly HelpDeskPlace _place = new();
    private HelpDeskProcess? _process;

    public KilledHelpDesk() => Client = new HelpDeskClient(_place);

    public HelpDeskClient Client { get; }

    public async Task InitializeAsync() => _process = await HelpDeskProcess.RunAsync(_place);

    /// <summary>Ends the process at once.</summary>
    public Task KillAsync() => _process!.KillAsync();

    /// <summary>Starts it again on the same data.</summary>
    public async Task StartAgainAsync()
    {
        await _process!.DisposeAsync();
        _process = await HelpDeskProcess.RunAsync(_place);
    }

    /// <summary>What <c>audit verify</c> ends with, and what it said.</summary>
    public async Task<(int ExitCode, string Output)> VerifyAuditAsync()
    {
        await using var verify = HelpDeskProcess.Start(_place, "audit", "verify");
        return (await verify.UntilEndedAsync(), verify.Output);
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        await _process!.DisposeAsync();
        _place.Dispose();
    }
}
