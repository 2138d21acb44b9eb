using System.Net;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;
using Microsoft.Data.Sqlite;

namespace HelpDesk.EndToEnd.Tests.Starting;

/// <summary>
/// Another program holds the engine's database while somebody decides: the records take what they did, the engine does not. The process stops clearly, and
/// what was done counts after the next start. Before each act the engine is quiet, so nothing but the act itself could wake the case.
/// </summary>
public sealed partial class HeldEngineTests : IAsyncLifetime
{
    private readonly HelpDeskPlace _place = new();
    private HelpDeskClient? _client;

    private HelpDeskClient Client => _client!;

    public Task InitializeAsync()
    {
        _client = new HelpDeskClient(_place);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await Client.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task Approved_WhileTheEngineIsHeld_TheStepsAreDoneAfterTheNextStart()
    {
        string caseId;
        await using (var process = await HelpDeskProcess.RunAsync(_place))
        {
            (caseId, var approvalId) = await WaitingAsync();
            using var approver = await Visitor.SignInAsync(Client, KnownPeople.SecurityApprover);
            await using var held = await HoldAsync();

            var (status, body) = await approver.DecideAsync(approvalId, approve: true);

            status.ShouldBe(HttpStatusCode.OK, body);
            body.ShouldContain("Your decision is kept.");
            body.ShouldContain("workflow engine doesn");
            body.ShouldNotContain("The steps run now");
            await ShouldStopClearlyAsync(process);
        }

        await using var again = await HelpDeskProcess.RunAsync(_place);

        var done = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        done.State.ShouldBe(CaseState.Resolved, done.Reason);
        // What contains the threat is sent side by side.
        (await Client.EffectsOnAsync(KnownPeople.WithoutDevice.Id)).ShouldBe(
            ["POST /users/{user-id}/revokeSignInSessions", "POST /identityProtection/riskyUsers/confirmCompromised", "PATCH /users/{user-id}", "PATCH /users/{user-id}"], ignoreOrder: true);
    }

    [Fact]
    public async Task NotMe_WhileTheEngineIsHeld_TheRequestIsStoppedAfterTheNextStart()
    {
        string caseId;
        await using (var process = await HelpDeskProcess.RunAsync(_place))
        {
            (caseId, _) = await WaitingAsync();
            var link = NotMeLink().Match((await Client.OurCommentsAsync(caseId))[0]).Value;
            using var person = Visitor.Nobody(Client);
            var (_, page) = await person.OpenAsync(link);
            await using var held = await HoldAsync();

            (await person.SendAsync(page, $"/not-me/{caseId}")).Body.ShouldContain("The request is stopped");
            await ShouldStopClearlyAsync(process);
        }

        await using var again = await HelpDeskProcess.RunAsync(_place);

        var stopped = await Client.UntilAsync(caseId, record => record.ClosedAt is not null);
        stopped.State.ShouldBe(CaseState.Escalated);
        await Client.UntilAsync($"{caseId}-not-me", record => record.State == CaseState.Escalated);
    }

    private async Task<(string CaseId, string ApprovalId)> WaitingAsync()
    {
        var caseId = await Client.FileAsync(
            "servicenow", KnownPeople.WithoutDevice.UserPrincipalName, "I clicked a phishing link",
            "I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.");
        var waiting = await Client.UntilAsync(caseId, record => record is { State: CaseState.WaitingForApproval, OpenApprovalId: not null, WaitingFor: not null });
        await Eventually.Get(async () => await Client.OurCommentsAsync(caseId), comments => comments.Count > 0, "what the requester is told");
        await Eventually.Get(QuietAsync, quiet => quiet == "quiet", "an engine that does nothing");
        return (caseId, waiting.OpenApprovalId!);
    }

    // No activity is due and no event is to be worked in.
    private async Task<string?> QuietAsync()
    {
        await using var reader = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=false");
        await reader.OpenAsync();
        await using var count = reader.CreateCommand();
        count.CommandText = "SELECT (SELECT COUNT(*) FROM activities) + (SELECT COUNT(*) FROM inbox);";
        return (long)(await count.ExecuteScalarAsync())! == 0 ? "quiet" : "busy";
    }

    private async Task<SqliteConnection> HoldAsync()
    {
        var holder = new SqliteConnection($"Data Source={Database};Pooling=false");
        await holder.OpenAsync();
        await using var hold = holder.CreateCommand();
        hold.CommandText = "BEGIN IMMEDIATE;";
        await hold.ExecuteNonQueryAsync();
        return holder;
    }

    private static async Task ShouldStopClearlyAsync(HelpDeskProcess process)
    {
        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);
        process.Output.ShouldContain("is locked by another program");
        process.Output.ShouldNotContain("   at ");
    }

    private string Database => Path.Combine(_place.Data, "engine.db");

    [GeneratedRegex("/not-me/[^\\s]+", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex NotMeLink();
}
