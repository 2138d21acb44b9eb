using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.Leases;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Remediation.Leases;

/// <summary>One case that changes a target, one activity of its workflow at a time.</summary>
internal sealed class Contender
{
    private const string Laptop = "device-1";

    // Each has its own, so that what one resets for its next step is not what the other reads back.
    private static readonly string[][] OnAccount = [["user.revoke-sessions", "user.assign-licence", "group.add-member"], ["user.enable-sign-in", "group.remove-member", "user.remove-licence"]];
    private static readonly string[][] OnDevice = [["device.sync", "device.defender-quick-scan", "device.remote-lock"], ["device.restart", "device.defender-signatures", "device.shut-down"]];

    private readonly House _house;
    private readonly ContenderKind _kind;
    private readonly string _instanceId;
    private readonly string[] _remediations;
    private readonly DateTimeOffset _startedAt;
    private ContextReference _plan = null!;
    private string _hash = "";
    private int _index;
    private int _asked;
    private int _timeouts;
    private bool _hasEffect;
    private (string Key, DateTimeOffset At, bool IsOurs)? _toRead;

    private Contender(House house, ContenderKind kind, TargetKind target, int number, int timeouts)
    {
        (_house, _kind, _timeouts) = (house, kind, timeouts);
        CaseId = kind == ContenderKind.BulkTarget ? $"bulk-20261124-{number}" : $"servicenow-{number}";
        _instanceId = kind switch { ContenderKind.Ticket => CaseId, ContenderKind.BulkTarget => $"{CaseId}-target", _ => $"{CaseId}-expiry" };
        _remediations = (target == TargetKind.User ? OnAccount : OnDevice)[number];
        _startedAt = house.Time.GetUtcNow();
    }

    public string CaseId { get; }

    public int Steps => _remediations.Length;

    public int Effects { get; private set; }

    public bool IsAtEnd => _index == Steps;

    /// <summary>True from an effect to its read-back, where the target is kept so long: what takes days is not.</summary>
    public bool IsBetween => _hasEffect && _house.Remediations[_remediations[_index]].Descriptor.VerifyFor <= TargetLeases.LongestHold;

    public static async Task<Contender> OpenAsync(House house, ContenderKind kind, TargetKind target, int number, int timeouts)
    {
        var opened = new Contender(house, kind, target, number, timeouts);
        house.Workflows.Statuses[opened._instanceId] = new(opened._instanceId, "under-test", WorkflowState.Running, null, house.Time.GetUtcNow(), house.Time.GetUtcNow(), null, null, null);
        await house.Get<CaseStore>().OpenAsync(new TicketReference(opened.CaseId.Split('-')[0], opened.CaseId[(opened.CaseId.IndexOf('-', StringComparison.Ordinal) + 1)..], $"INC{number}"), house.Time.GetUtcNow(), default);
        var plan = Plans.Of(opened.CaseId, opened._remediations);
        if (target == TargetKind.Device)
            plan = plan with { Steps = [.. plan.Steps.Select(step => step with { TargetKind = TargetKind.Device, TargetId = new TargetId(Laptop) })] };
        opened._plan = await house.Get<CaseContext>().PutAsync(new CaseId(opened.CaseId), "plan", plan, default);
        opened._hash = PlanFingerprint.Of(plan);
        if (kind == ContenderKind.Undo)
            await opened.DoWhatIsTakenBackAsync();
        return opened;
    }

    /// <summary>The next activity: a step or an undo, asked again while the target is another's, then its read-back.</summary>
    public async Task StepAsync()
    {
        if (_toRead is not null)
        {
            await ReadBackAsync();
            return;
        }

        var remediation = _house.Remediations[_remediations[_index]];
        var isLate = _timeouts > 0 && --_timeouts >= 0;
        if (isLate)
            (_kind == ContenderKind.Undo ? remediation.UndoFaults : remediation.Faults).Enqueue((true, new VendorException("graph", "timeout", "No answer.", isRetryable: true)));
        var before = Seen();
        try
        {
            // A new question is a new step of the workflow, and so is a new key; a repetition keeps it.
            var key = $"{_instanceId}/do-{_index}-{_asked}";
            var isBusy = _kind == ContenderKind.Undo ? await UndoAsync(key) : await DoAsync(key);
            _asked += isBusy ? 1 : 0;
        }
        catch (VendorException)
        {
            // Repeated by the engine with the same key.
        }
        finally
        {
            remediation.Faults.Clear();
            remediation.UndoFaults.Clear();
            Effects += Seen() - before;
            _hasEffect |= Seen() > before;
        }
    }

    // Its own effects only: while it is at one, the other may try to come in.
    private int Seen() => _house.Trace.Count(line => line == $"{(_kind == ContenderKind.Undo ? "undo" : "effect")} {_remediations[_index]}");

    private async Task<bool> DoAsync(string key)
    {
        var report = await _house.Get<ExecuteStep>().RunAsync(new ActivityContext(_instanceId, key, 1, default), Input);
        if (report.Outcome == StepOutcome.Busy)
            return true;
        report.Outcome.ShouldBe(StepOutcome.Executed, report.Note);
        _toRead = (report.Key, report.StartedAt, true);
        return false;
    }

    private async Task<bool> UndoAsync(string key)
    {
        var report = await _house.Get<UndoStep>().RunAsync(new ActivityContext(_instanceId, key, 1, default), new UndoStepInput(Input, _startedAt, "Its time is over."));
        if (report.Outcome == UndoOutcome.Busy)
            return true;
        report.Outcome.ShouldBe(UndoOutcome.Undone, report.Note);
        _toRead = (key, _startedAt, true);
        return false;
    }

    private async Task ReadBackAsync()
    {
        var (key, at, isOurs) = _toRead!.Value;
        var context = new ActivityContext(_instanceId, $"{_instanceId}/read-{_index}", 1, default);
        var found = _kind == ContenderKind.Undo
            ? await _house.Get<VerifyUndo>().RunAsync(context, new VerifyUndo.Input(Input, at, IsLast: true))
            : await _house.Get<VerifyStep>().RunAsync(context, new VerifyStep.Input(Input, key, at, isOurs, IsLast: true));
        found.Outcome.ShouldBe(ReadBackOutcome.Verified, found.Evidence);
        (_toRead, _hasEffect, _asked) = (null, false, 0);
        _index++;
    }

    private StepInput Input => new(new PlanReference(new(CaseId), _plan, new(_hash)), _index, null);

    private async Task DoWhatIsTakenBackAsync()
    {
        for (; _index < Steps; _index++)
        {
            await DoAsync($"{_instanceId}/before-{_index}");
            await _house.Get<VerifyStep>().RunAsync(
                new ActivityContext(_instanceId, $"{_instanceId}/before-read-{_index}", 1, default), new VerifyStep.Input(Input, _toRead!.Value.Key, _startedAt, IsOurs: true, IsLast: true));
        }

        (_index, _toRead) = (0, null);
    }
}
