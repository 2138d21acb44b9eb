using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Mass;

/// <summary>A run that takes back what another one did, target by target.</summary>
public sealed class MassUndoTests : IDisposable
{
    private const string Enable = "user.enable-sign-in";
    private const string Revoke = "user.revoke-sessions";

    private readonly MassHouse _mass = new();

    private ScriptedRemediation SignIn => _mass.House.Remediations[Enable];

    public void Dispose() => _mass.Dispose();

    [Fact]
    public async Task Undo_Approved_EveryChangedTargetIsAsBeforeInWavesAndVerified()
    {
        var (people, caseId) = await DoneAsync(140);

        var undo = await AskAsync(caseId);
        var end = await _mass.RunAsync(undo);

        end.ShouldBe(new MassEnd(MassEndKind.Completed, null, new MassTally(Done: 70)));
        SignIn.TakenBack.Order().ShouldBe(Blocked(people).Order());
        _mass.EffectsOf(Revoke).Count.ShouldBe(140, "nobody is signed out once more");
        var entries = _mass.House.Audit.Events.Where(entry => entry.CaseId == undo).ToList();
        entries.Where(entry => entry.Kind == AuditKinds.WaveBegun).Select(entry => entry.Facts["targets"]).ShouldBe(["5", "50", "15"]);
        entries.Count(entry => entry.Kind == AuditKinds.TargetEnded).ShouldBe(70);
        entries.Count(entry => entry.Kind == AuditKinds.UndoVerified).ShouldBe(70);
        entries.Single(entry => entry.Kind == AuditKinds.MassStarted).Facts["undo-of"].ShouldBe(caseId);
        _mass.House.Audit.Events.Where(entry => entry.CaseId == caseId && entry.Facts.GetValueOrDefault("undo-case") == undo).Select(entry => entry.Kind)
            .ShouldBe([AuditKinds.OperatorActed, AuditKinds.OperatorActed]);
        (await _mass.RunOfAsync(caseId)).UndoneBy.ShouldBe(undo);
        (await _mass.Get<CaseJournal>().FindAsync(undo, default)).ShouldNotBeNull().State.ShouldBe(CaseState.Resolved);
    }

    [Fact]
    public async Task Review_BeforeTheApproval_SaysWhatComesBackAndWhatStays()
    {
        var (people, caseId) = await DoneAsync(4);
        var undo = await AskAsync(caseId);
        Plan? approved = null;
        MassListPart? shown = null;
        _mass.OnWait = async (id, name) =>
        {
            var run = await _mass.RunOfAsync(id);
            var list = await _mass.Get<FrozenLists>().GetAsync(run.List!, default);
            shown = await _mass.Get<FrozenLists>().PartAsync(list, 0, default);
            if (name.StartsWith("approval-", StringComparison.Ordinal))
                approved = await _mass.Get<CaseContext>().GetAsync<Plan>((await _mass.Get<ApprovalDesk>().FindAsync((await _mass.Get<CaseJournal>().FindAsync(id, default))!.OpenGateId!, default))!.Plan, default);
            return await _mass.AgreeAsync(id, name);
        };

        await _mass.RunAsync(undo);

        var step = approved.ShouldNotBeNull().Steps.ShouldHaveSingleItem();
        (step.Remediation, approved!.Undoes!.CaseId).ShouldBe((Enable, caseId));
        step.Parameters["not taken back"].ShouldContain(_mass.House.Remediations[Revoke].Descriptor.Title);
        shown.ShouldNotBeNull().Targets.Select(target => target.SubjectId).ShouldBe(Blocked(people));
        shown.Targets[0].Steps.Select(shownStep => (shownStep.Remediation, shownStep.Undo is null)).ShouldBe([(Enable, false), (Revoke, true)]);
        var refused = (await _mass.Get<CaseContext>().GetAsync<MassPart>((await _mass.RunOfAsync(undo)).Refused.Single(), default)).Lines;
        refused.Select(line => line.Refusal).ShouldBe([MassRefusal.NothingToDo, MassRefusal.NothingToDo]);
    }

    [Fact]
    public async Task Target_ChangedSinceTheRun_IsNoTargetAndBothStatesAreShown()
    {
        var (people, caseId) = await DoneAsync(8);
        SignIn.ChangedOn[people[3]] = "Blocked by security for a reason";

        var undo = await AskAsync(caseId);
        (await _mass.RunAsync(undo)).All.ShouldBe(new MassTally(Done: 3));

        SignIn.TakenBack.ShouldNotContain(people[3]);
        var refused = (await _mass.Get<CaseContext>().GetAsync<MassPart>((await _mass.RunOfAsync(undo)).Refused.Single(), default)).Lines.Single(line => line.Refusal == MassRefusal.ChangedSince);
        refused.Reason.ShouldNotBeNull().ShouldContain("It is done");
        refused.Reason.ShouldContain("Blocked by security for a reason");
    }

    [Fact]
    public async Task Target_ChangedAfterTheApproval_IsLeftAloneAndBothStatesAreShown()
    {
        var (people, caseId) = await DoneAsync(12);
        var undo = await AskAsync(caseId);
        _mass.OnWait = async (id, name) =>
        {
            var agreed = await _mass.AgreeAsync(id, name);
            if (name.StartsWith("approval-", StringComparison.Ordinal))
                SignIn.ChangedOn[people[5]] = "Blocked by security for a reason";
            return agreed;
        };

        var end = await _mass.RunAsync(undo);

        end.All.ShouldBe(new MassTally(Done: 5, Skipped: 1));
        SignIn.TakenBack.ShouldNotContain(people[5]);
        var row = (await _mass.RowsAsync(undo)).Single(row => row.State == MassTargetState.Skipped);
        row.Note.ShouldNotBeNull().ShouldContain("It is done");
        row.Note.ShouldContain("Blocked by security for a reason");
    }

    [Fact]
    public async Task Target_AsBeforeAlready_IsNothingToDo()
    {
        var (_, caseId) = await DoneAsync(6);
        SignIn.Reset();

        (await _mass.RunAsync(await AskAsync(caseId))).Kind.ShouldBe(MassEndKind.NothingToDo);

        SignIn.TakenBack.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, MassEndKind.Denied)]
    [InlineData(null, MassEndKind.Expired)]
    public async Task Undo_DeniedOrSilence_ChangesNothingAndLeavesTheWayOpen(bool? answer, MassEndKind kind)
    {
        var (_, caseId) = await DoneAsync(6);
        var undo = await AskAsync(caseId);
        _mass.OnWait = async (id, name) => name.StartsWith("approval-", StringComparison.Ordinal)
            ? answer is { } decision && (await _mass.DecideAsync(id, House.SecurityApprover, decision)).Kind == DecisionKind.Recorded
            : await _mass.AgreeAsync(id, name);

        (await _mass.RunAsync(undo)).Kind.ShouldBe(kind);

        SignIn.TakenBack.ShouldBeEmpty();
        _mass.OnWait = null;
        (await _mass.RunAsync(await AskAsync(caseId, "form-3"))).All.Done.ShouldBe(3);
    }

    [Fact]
    public async Task Undo_ApprovedByWhoAskedOrIsOnTheList_CountsForNothing()
    {
        var (people, caseId) = await DoneAsync(6);
        _mass.House.Directory.Members.Add((Blocked(people)[0], House.SecurityGroup));
        var undo = await AskAsync(caseId);
        var outcomes = new List<DecisionKind>();
        _mass.OnWait = async (id, name) =>
        {
            if (!name.StartsWith("approval-", StringComparison.Ordinal))
                return await _mass.AgreeAsync(id, name);
            outcomes.Add((await _mass.DecideAsync(id, Blocked(people)[0], true)).Kind);
            outcomes.Add((await _mass.DecideAsync(id, _mass.Operator, true)).Kind);
            return false;
        };

        (await _mass.RunAsync(undo)).Kind.ShouldBe(MassEndKind.Expired);

        outcomes.ShouldNotBeEmpty();
        outcomes.ShouldAllBe(kind => kind == DecisionKind.NotAllowed);
        SignIn.TakenBack.ShouldBeEmpty();
    }

    [Fact]
    public async Task Second_WhileTheFirstIsUnderWayOrDone_IsRefusedWithTheReason()
    {
        var (_, caseId) = await DoneAsync(6);
        var undo = await AskAsync(caseId);

        (await AnswerAsync(caseId, "form-3")).WhyNot.ShouldNotBeNull().ShouldContain("under way");
        (await AnswerAsync(caseId, "form-2")).CaseId.ShouldBe(undo, "pressing twice starts one undo");
        await _mass.RunAsync(undo);

        (await AnswerAsync(caseId, "form-3")).WhyNot.ShouldNotBeNull().ShouldContain("undone already");
        (await AnswerAsync(undo, "form-3")).WhyNot.ShouldNotBeNull().ShouldContain("not undone");
    }

    [Fact]
    public async Task Undo_OfNothingThatCanBeTakenBack_OrTooLate_IsNotOffered()
    {
        var people = _mass.People(2);
        _mass.House.Remediations[Revoke].AlreadyDone(people[0]);
        var caseId = await RunAsync(people.Take(1));
        (await AnswerAsync(caseId)).WhyNot.ShouldNotBeNull().ShouldContain("changed nothing");

        var (_, late) = await DoneAsync(4, "form-9");
        _mass.House.Time.Advance(TimeSpan.FromDays(7.1));
        (await AnswerAsync(late)).WhyNot.ShouldNotBeNull().ShouldContain("time for being undone is over");
    }

    [Fact]
    public async Task Run_ThatStoppedAtFailures_OnlyWhatItDidIsTakenBack()
    {
        var people = _mass.People(40);
        // The second of the canary fails after its sign-in was enabled; that is taken back in the run itself.
        _mass.House.Remediations[Revoke].Faults.Enqueue(default);
        _mass.House.Remediations[Revoke].Faults.Enqueue((false, new VendorException("graph", "Request_BadRequest", "It cannot be done.", isRetryable: false)));
        var caseId = await RunAsync(people);
        SignIn.TakenBack.ShouldBe([people[1]]);

        var end = await _mass.RunAsync(await AskAsync(caseId));

        end.All.ShouldBe(new MassTally(Done: 1));
        SignIn.TakenBack.ShouldBe([people[1], people[3]]);
    }

    [Fact]
    public async Task Remaining_OfAnUndoThatStopped_IsUndoneByANewApprovalAndNothingTwice()
    {
        var (people, caseId) = await DoneAsync(40);
        var undo = await AskAsync(caseId);
        SignIn.UndoFaults.Enqueue((false, new VendorException("graph", "Request_BadRequest", "It cannot be done.", isRetryable: false)));
        var end = await _mass.RunAsync(undo);
        (end.Kind, end.All).ShouldBe((MassEndKind.TooManyFailures, new MassTally(Done: 4, Failed: 1)));

        var again = (await _mass.Get<MassUndoDesk>().AskAgainAsync(undo, "form-3", "The rest, too", House.Person(_mass.Operator), default)).CaseId.ShouldNotBeNull();
        (await _mass.RunAsync(again)).All.ShouldBe(new MassTally(Done: 16));

        SignIn.TakenBack.Order().ShouldBe(Blocked(people).Order());
        var run = await _mass.RunOfAsync(again);
        (run.Continues, run.Undoes, run.LineCount).ShouldBe((undo, caseId, 36));
    }

    [Fact]
    public async Task Budget_OfTheHour_IsTakenForWhatIsTakenBackAndNotForWhatStays()
    {
        var (_, caseId) = await DoneAsync(12);
        _mass.House.Time.Advance(TimeSpan.FromHours(1));

        await _mass.RunAsync(await AskAsync(caseId));

        var hour = (await _mass.House.Store.ReadAsync<MassHour>(Tables.Flags, Tenant.Partition("budget"), $"mass-effects-{_mass.House.Time.GetUtcNow():yyyyMMddHH}", default)).ShouldNotBeNull();
        hour.Value.Grants.Values.Sum(grant => grant.Effects).ShouldBe(6);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Dying_AtAnyPoints_EveryTargetIsTakenBackOnce(int seed)
    {
        var (people, caseId) = await DoneAsync(14);
#pragma warning disable CA5394 // A fixed seed is what is wanted here.
        var chance = new Random(seed);
        for (var call = 0; call < 14; call++)
        {
            var died = new VendorException("graph", "timeout", "No answer.", isRetryable: true);
            SignIn.UndoFaults.Enqueue(chance.Next(3) switch { 0 => (true, died), 1 => (false, died), _ => default });
        }

        var undo = await AskAsync(caseId);
        var end = await _mass.RunAsync(undo, _ => chance.NextDouble() < 0.3);
#pragma warning restore CA5394

        end.ShouldBe(new MassEnd(MassEndKind.Completed, null, new MassTally(Done: 7)));
        SignIn.TakenBack.Order().ShouldBe(Blocked(people).Order());
        _mass.House.Audit.Events.Count(entry => entry.CaseId == undo && entry.Kind == AuditKinds.TargetEnded).ShouldBe(7);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    private static List<string> Blocked(IEnumerable<string> people) => [.. people.Where((_, at) => at % 2 == 1)];

    private async Task<(List<string> People, string CaseId)> DoneAsync(int count, string form = "form-1")
    {
        var people = _mass.People(count);
        return (people, await RunAsync(people, form));
    }

    private async Task<string> RunAsync(IEnumerable<string> people, string form = "form-1")
    {
        var caseId = await _mass.StartAsync(people, form);
        await _mass.RunAsync(caseId);
        return caseId;
    }

    private Task<UndoAnswer> AnswerAsync(string caseId, string form = "form-2") =>
        _mass.Get<MassUndoDesk>().AskAsync(caseId, form, "It was the wrong list", House.Person(_mass.Operator), default);

    private async Task<string> AskAsync(string caseId, string form = "form-2")
    {
        var answer = await AnswerAsync(caseId, form);
        return answer.CaseId.ShouldNotBeNull(answer.WhyNot);
    }
}
