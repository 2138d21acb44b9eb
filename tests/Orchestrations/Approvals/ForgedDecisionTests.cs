using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations.Tests.Approvals;

/// <summary>Somebody who can write to the record store, and does not have the key of decisions: the whole way of a ticket, on the real audit log.</summary>
public sealed class ForgedDecisionTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");

    private readonly House _house = new(static services => services.AddSingleton<IAuditLog, AuditLog>());

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("state")]
    [InlineData("state and decision")]
    [InlineData("requester")]
    [InlineData("subject")]
    [InlineData("openers")]
    [InlineData("group")]
    [InlineData("quorum")]
    [InlineData("deadline")]
    [InlineData("plan")]
    [InlineData("reasons")]
    [InlineData("no json")]
    [InlineData("entry without signature")]
    [InlineData("entry with another key")]
    [InlineData("entry of another approval")]
    public async Task Forged_WhileItWaits_NothingIsDoneAndSecurityIsTold(string what)
    {
        Ticket();

        var end = await RunAsync(gate => ForgeAsync(what, gate));

        end.State.ShouldBe(CaseState.Escalated);
        end.Why.ShouldNotBeNull().ShouldStartWith("Security event: ");
        await NothingDoneAndToldAsync();
        (await GenuineDecisionsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("requester")]
    [InlineData("group")]
    [InlineData("entry edited to yes")]
    public async Task Forged_AroundAGenuineDenial_NothingIsDone(string what)
    {
        Ticket();

        var end = await RunAsync(async gate =>
        {
            (await DecideAsync(gate, false, House.SecurityApprover)).Kind.ShouldBe(DecisionKind.Recorded);
            await ForgeAsync(what, gate);
            await ForgeAsync("state and decision", gate);
        });

        end.State.ShouldBe(CaseState.Escalated);
        await NothingDoneAndToldAsync();
    }

    [Fact]
    public async Task Decision_OnAForgedRecord_IsNotTaken()
    {
        Ticket();

        await RunAsync(async gate =>
        {
            await ForgeAsync("group", gate);
            (await DecideAsync(gate, true, House.SecurityApprover)).Kind.ShouldBe(DecisionKind.Changed);
        });

        await NothingDoneAndToldAsync();
        (await GenuineDecisionsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Request_PutThereBeforeItWasAskedFor_IsNotSigned()
    {
        // As the id is known once the plan is: the attacker is a moment faster.
        Ticket();
        var planned = await RunAsync(static _ => Task.CompletedTask);
        planned.State.ShouldBe(CaseState.Escalated);
        using var second = new House(static services => services.AddSingleton<IAuditLog, AuditLog>());
        var gate = (await _house.Get<ApprovalStore>().FindAsync(await ApprovalIdAsync(), default)).ShouldNotBeNull();
        var forged = gate with { State = ApprovalState.Approved, Decisions = [new ApprovalDecision(new PersonId(House.SecurityApprover), "Sven", true, second.Time.GetUtcNow(), null)], ExpiresAt = second.Time.GetUtcNow().AddDays(9) };
        second.Store.Tamper(Tables.Approvals, Tenant.Partition("gates"), gate.ApprovalId, DurableJson.Write(forged));
        second.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        second.Tickets.Write("A problem", Text, $"{House.Requester}@contoso.example");

        var end = await second.RunAsync();

        end.State.ShouldBe(CaseState.Escalated);
        NoEffect(second);
        (await TamperEvents.RecentAsync(second.Store, second.Time, default).CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Approver_WhoLeftTheGroupAfterwards_DoesNotCount()
    {
        Ticket();

        var end = await RunAsync(async gate =>
        {
            (await DecideAsync(gate, true, House.SecurityApprover)).Kind.ShouldBe(DecisionKind.Recorded);
            _house.Directory.Members.Remove((House.SecurityApprover, House.SecurityGroup));
        });

        end.State.ShouldBe(CaseState.Escalated);
        end.Why.ShouldNotBeNull().ShouldContain("not a member of 'security'");
        NoEffect();
    }

    [Fact]
    public async Task Record_ThatWasDeleted_TheChainStillDecides()
    {
        Ticket();

        var end = await RunAsync(async gate =>
        {
            (await DecideAsync(gate, true, House.SecurityApprover)).Kind.ShouldBe(DecisionKind.Recorded);
            _house.Store.Tamper(Tables.Approvals, Tenant.Partition("gates"), gate.ApprovalId, null);
        });

        end.State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task Comment_IsInTheChainAsItsDigest_AndAnEditedOneIsFound()
    {
        Ticket();

        await RunAsync(async gate =>
        {
            await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.SecurityApprover), "Called him back.", default);
            var decided = await _house.Get<IAuditLog>().ReadAsync(CaseId, default).FirstAsync(entry => entry.Event.Kind == AuditKinds.ApprovalDecided);
            decided.Event.Facts["comment-digest"].ShouldBe(AuditHash.Of("Called him back."));
            decided.Event.Facts.Values.ShouldNotContain(value => value.Contains("Called", StringComparison.Ordinal));
            await ForgeAsync("comment", gate);
        });

        await NothingDoneAndToldAsync();
    }

    private const string Text = "Somebody else signs in with my account, I got strange mails about it today.";

    private void Ticket()
    {
        _house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97);
        _house.Tickets.Write("A problem", Text, $"{House.Requester}@contoso.example");
    }

    private async Task<TicketWorkflow.Result> RunAsync(Func<ApprovalRequest, Task> onWait)
    {
        var isOver = false;
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            if (isOver)
                return false;
            isOver = true;
            await onWait((await _house.Get<ApprovalStore>().FindAsync(await ApprovalIdAsync(), default)).ShouldNotBeNull());
            return true;
        };
        return await _house.RunAsync(context);
    }

    private async Task<string> ApprovalIdAsync() =>
        (await _house.Get<IAuditLog>().ReadAsync(CaseId, default).FirstAsync(entry => entry.Event.Kind == AuditKinds.ApprovalRequested)).Event.Facts["gate"];

    private Task<DecisionOutcome> DecideAsync(ApprovalRequest gate, bool approve, string by) =>
        _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, approve, House.Person(by), null, default);

    private async Task ForgeAsync(string what, ApprovalRequest gate)
    {
        var yes = new ApprovalDecision(new PersonId(House.SecurityApprover), "Sven Security", true, _house.Time.GetUtcNow(), null);
        var entry = ApprovalActs.Decided(gate, yes, new string('a', 64), 1);
        switch (what)
        {
            case "entry without signature":
                await _house.Get<IAuditLog>().AppendAsync(entry, default);
                break;
            case "entry with another key":
                await _house.Get<IAuditLog>().AppendAsync(await new AuditSeals(new FixedDecisionSigner(8)).SealAsync(entry, default), default);
                break;
            case "entry of another approval":
                // Signed by us, for another approval: copied under this one's key.
                var copied = await _house.Get<AuditSeals>().SealAsync(ApprovalActs.Decided(gate with { ApprovalId = "servicenow-other-12345678" }, yes, new string('a', 64), 1), default);
                await _house.Get<IAuditLog>().AppendAsync(copied with { Key = entry.Key }, default);
                break;
            case "entry edited to yes":
                await RewriteAsync(entry.Key);
                break;
            default:
                await ForgeRecordAsync(what, gate, yes);
                break;
        }
    }

    private async Task ForgeRecordAsync(string what, ApprovalRequest gate, ApprovalDecision yes)
    {
        var before = (await _house.Get<ApprovalStore>().FindAsync(gate.ApprovalId, default)).ShouldNotBeNull();
        var forged = what switch
        {
            "state" => before with { State = ApprovalState.Approved },
            "state and decision" => before with { State = ApprovalState.Approved, Decisions = [yes] },
            "requester" => before with { RequesterId = new PersonId(House.Stranger) },
            "subject" => before with { SubjectId = new PersonId(House.Stranger) },
            "openers" => before with { OpenerIds = [House.Stranger] },
            "group" => before with { Requirement = before.Requirement with { ApproverGroup = "service-desk" } },
            "quorum" => before with { Requirement = before.Requirement with { Quorum = 0 } },
            "deadline" => before with { ExpiresAt = before.ExpiresAt.AddYears(1) },
            "plan" => before with { PlanHash = new PlanHash(new string('0', 64)) },
            "reasons" => before with { Verdict = before.Verdict with { Findings = [new RuleFinding("Harmless", VerdictOutcome.NeedsApproval, "Only a formality.")] } },
            "comment" => before with { Decisions = [before.Decisions[0] with { Comment = "I did not look." }] },
            _ => null,
        };
        _house.Store.Tamper(Tables.Approvals, Tenant.Partition("gates"), gate.ApprovalId, forged is null ? """{"state":"approved" """ : DurableJson.Write(forged));
    }

    // An entry edited in place with all the hashes behind it made to fit, as someone with all rights on the table can do.
    private async Task RewriteAsync(string key)
    {
        var chain = await _house.Get<AuditStoreSource>().ChainAsync(CaseId, default);
        var previous = AuditHash.None;
        foreach (var text in chain.Entries)
        {
            AuditEntryText.TryRead(text, out var entry, out _).ShouldBeTrue();
            var happening = entry!.Event.Key == key
                ? entry.Event with { Summary = "A person approved the plan.", Facts = new Dictionary<string, string>(entry.Event.Facts) { ["decision"] = "approve" } }
                : entry.Event;
            var anew = AuditEntryText.Chain(happening, entry.Sequence, entry.At, previous);
            previous = anew.Hash;
            _house.Store.Tamper(Tables.Audit, AuditRows.Chain(CaseId), AuditRows.Entry(anew.Sequence), AuditEntryText.Write(anew));
            _house.Store.Tamper(Tables.Audit, AuditRows.Chain(CaseId), AuditRows.Head(anew.Sequence), new AuditHead(CaseId, anew.Sequence, anew.Hash).Canonical());
        }
    }

    private async Task NothingDoneAndToldAsync()
    {
        NoEffect();
        var events = await _house.Get<IAuditLog>().ReadAsync(CaseId, default).Where(entry => entry.Event.Kind == AuditKinds.TamperingFound).ToListAsync();
        events.ShouldNotBeEmpty();
        (await TamperEvents.RecentAsync(_house.Store, _house.Time, default).ToListAsync()).ShouldContain(found => found.CaseId == CaseId);
    }

    private async Task<int> GenuineDecisionsAsync()
    {
        var count = 0;
        await foreach (var entry in _house.Get<IAuditLog>().ReadAsync(CaseId, default))
            count += entry.Event.Kind == AuditKinds.ApprovalDecided && await _house.Get<AuditSeals>().IsGenuineAsync(entry.Event, default) && entry.Event.Key.StartsWith(entry.Event.Facts["gate"], StringComparison.Ordinal) ? 1 : 0;
        return count;
    }

    private void NoEffect() => NoEffect(_house);

    // What contains the threat runs before anybody is asked, and needs no decision.
    private static void NoEffect(House house) =>
        house.Trace.Where(static line => line.StartsWith("effect", StringComparison.Ordinal)).Except(["effect user.revoke-sessions", "effect user.confirm-compromised"]).ShouldBeEmpty();
}
