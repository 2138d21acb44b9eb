using CsCheck;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Tests.Harness;
using HelpDesk.Orchestrations.Tests.Records;
using Microsoft.Extensions.Time.Testing;

namespace HelpDesk.Orchestrations.Tests.Remediation.Leases;

public sealed class TargetLeasesTests
{
    private const string Target = "0A000000-0000-4000-8000-000000000001";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRecordStore _store = new();
    private readonly InlineClient _workflows = new();
    private readonly TargetLeases _leases;

    public TargetLeasesTests() => _leases = new TargetLeases(_store, _workflows, _time);

    [Fact]
    public async Task Take_FreeTarget_IsTakenAndStaysSoForItsHolder()
    {
        (await TakeAsync("a")).ShouldBe(new LeaseStatus(true, null));
        (await TakeAsync("a")).ShouldBe(new LeaseStatus(true, null));
        (await _store.HolderAsync(Target)).ShouldBe(Holder("a"));
    }

    [Fact]
    public async Task Take_HeldTarget_SaysWhoHoldsIt()
    {
        await TakeAsync("a");

        (await TakeAsync("b")).ShouldBe(new LeaseStatus(false, "case-a"));
    }

    [Fact]
    public async Task Take_SameIdInOtherLetters_IsTheSameTarget()
    {
        await TakeAsync("a");

        (await _leases.TakeAsync(TargetKind.User, new TargetId(Target.ToLowerInvariant()), Holder("b"), false, default)).IsTaken.ShouldBeFalse();
    }

    [Fact]
    public async Task Take_SameIdOfAnotherKind_IsAnotherTarget()
    {
        await TakeAsync("a");

        (await _leases.TakeAsync(TargetKind.Device, new TargetId(Target), Holder("b"), false, default)).IsTaken.ShouldBeTrue();
    }

    [Fact]
    public async Task Release_GoesToWhoAskedFirst()
    {
        await TakeAsync("a");
        await TakeAsync("b");
        await TakeAsync("c");

        await ReleaseAsync("a");

        (await TakeAsync("c")).ShouldBe(new LeaseStatus(false, "case-b"));
        (await TakeAsync("b")).IsTaken.ShouldBeTrue();
    }

    [Fact]
    public async Task Release_ByWhoDoesNotHoldIt_ChangesNothing()
    {
        await TakeAsync("a");

        await ReleaseAsync("b");

        (await TakeAsync("c")).ShouldBe(new LeaseStatus(false, "case-a"));
    }

    [Fact]
    public async Task Take_StepThatContainsADanger_GoesBeforeComfortAndAfterItsOwnKind()
    {
        await TakeAsync("a");
        await TakeAsync("comfort");
        await TakeAsync("first-danger", goesFirst: true);
        await TakeAsync("second-danger", goesFirst: true);
        await ReleaseAsync("a");

        (await TakeAsync("comfort")).HeldBy.ShouldBe("case-first-danger");
        (await TakeAsync("second-danger")).HeldBy.ShouldBe("case-first-danger");
        (await TakeAsync("first-danger")).IsTaken.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Release_WhoWaitsHasGoneSilent_IsPassedOverOnceThePatienceIsOver(int moreSeconds, bool isTaken)
    {
        await TakeAsync("a");
        await TakeAsync("silent");
        _time.Advance(TargetLeases.Silence - TimeSpan.FromSeconds(1));
        await ReleaseAsync("a");
        _time.Advance(TimeSpan.FromSeconds(moreSeconds));

        (await TakeAsync("b")).IsTaken.ShouldBe(isTaken);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(WorkflowState.Completed, true)]
    [InlineData(WorkflowState.Failed, true)]
    [InlineData(WorkflowState.Terminated, true)]
    [InlineData(WorkflowState.Pending, false)]
    [InlineData(WorkflowState.Running, false)]
    [InlineData(WorkflowState.Suspended, false)]
    public async Task Take_HolderThatEnded_LosesTheTargetAndNoOther(WorkflowState? state, bool isTaken)
    {
        await TakeAsync("a");
        if (state is { } known)
            Is("a", known);
        else
            _workflows.Statuses.Remove("case-a");

        (await TakeAsync("b")).IsTaken.ShouldBe(isTaken);
    }

    /// <summary>However questions and releases of some cases come, one holds the target at a time, and whoever keeps asking gets it.</summary>
    [Fact]
    public void Take_AnyInterleaving_OneHolderAndNobodyIsLost() =>
        Gen.Select(Gen.Int[2, 5], Gen.Int[0, 4].List[0, 60]).Sample(sample =>
        {
            var (cases, order) = sample;
            var test = new TargetLeasesTests();
            var left = Enumerable.Range(0, cases).ToHashSet();
            int? holder = null;
            // What was drawn, then everybody in turn until all are through.
            foreach (var at in order.Select(at => at % cases).Concat(Enumerable.Range(0, cases * (cases + 1) * 2).Select(at => at % cases)))
            {
                if (!left.Contains(at))
                    continue;
                if (holder == at)
                {
                    test.ReleaseAsync($"{at}").GetAwaiter().GetResult();
                    holder = null;
                    left.Remove(at);
                    continue;
                }

                var look = test.TakeAsync($"{at}", goesFirst: at == 0).GetAwaiter().GetResult();
                if (look.IsTaken && holder is not null)
                    return false;
                holder = look.IsTaken ? at : holder;
            }

            return left.Count == 0;
        }, iter: 300);

    private static LeaseHolder Holder(string name) => new($"case-{name}", new CaseId($"case-{name}"), "step");

    private void Is(string name, WorkflowState state) =>
        _workflows.Statuses[$"case-{name}"] = new WorkflowStatus($"case-{name}", "ticket", state, null, _time.GetUtcNow(), _time.GetUtcNow(), null, null, null);

    private Task<LeaseStatus> TakeAsync(string name, bool goesFirst = false)
    {
        _workflows.Statuses.TryAdd($"case-{name}", new WorkflowStatus($"case-{name}", "ticket", WorkflowState.Running, null, _time.GetUtcNow(), _time.GetUtcNow(), null, null, null));
        return _leases.TakeAsync(TargetKind.User, new TargetId(Target), Holder(name), goesFirst, default);
    }

    private Task ReleaseAsync(string name) => _leases.ReleaseAsync(TargetKind.User, new TargetId(Target), Holder(name), default);
}
