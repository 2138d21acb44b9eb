using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>
/// What a workflow touches. While its history is replayed, each step the code asks for is compared with the step recorded there;
/// afterwards each step becomes part of the turn's <see cref="TurnDelta"/>.
/// </summary>
internal sealed class ReplayContext(InstanceStart head, TurnSynchronizationContext thread) : WorkflowContext
{
    private readonly Dictionary<int, PendingStep> _outstanding = [];
    private readonly EventBuffer _events = new();
    private Queue<HistoryEntry> _expected = new();
    private TurnDelta? _delta;
    private DateTimeOffset _now;
    private int _guids;

    public override string InstanceId => head.Id;

    public override DateTimeOffset UtcNow => _now;

    public override bool IsReplaying => _delta is null;

    public ReplayException? Fault { get; private set; }

    public string? NextInput { get; private set; }

    public string? Status { get; private set; }

    public int NextStep { get; private set; } = head.FirstStep;

    /// <summary>The step asked for last, for messages.</summary>
    public HistoryEntry? LastStep { get; private set; }

    public IReadOnlyCollection<PendingStep> Outstanding => _outstanding.Values;

    public IReadOnlyList<BufferedEvent> UntakenEvents => _events.Untaken;

    public void Replaying(DateTimeOffset now, Queue<HistoryEntry> expected) => (_now, _expected, _delta) = (now, expected, null);

    public void Recording(DateTimeOffset now, TurnDelta delta) => (_now, _delta) = (now, delta);

    /// <summary>False for an answer nobody waits for any more: it is dropped and not recorded.</summary>
    public bool Awaits(HistoryEntry inbound) =>
        inbound.Kind is HistoryKind.Started or HistoryKind.EventRaised || _outstanding.ContainsKey(inbound.Step);

    /// <summary>Hands an inbound line to whoever waits for it; the workflow's code runs on inside this call.</summary>
    public void Deliver(HistoryEntry inbound)
    {
        if (inbound.Kind == HistoryKind.EventRaised)
        {
            var wait = _events.Offer(new BufferedEvent(inbound.Name ?? "", inbound.Payload, inbound.Moment ?? inbound.At));
            if (wait is null)
                return;
            _outstanding.Remove(wait.Step);
            EndTimer(wait);
            wait.Complete(inbound.Payload);
            return;
        }

        if (!_outstanding.Remove(inbound.Step, out var pending))
            throw new ReplayException(inbound.Step, $"step {inbound.Step} ({inbound.Label}) is answered in the history, but the code does not wait for it.");
        if (pending.HasTimer)
            EndTimer(pending);
        else if (inbound.Kind is HistoryKind.ActivityCompleted or HistoryKind.ActivityFailed)
            _delta?.EndedActivities.Add(inbound.Step);

        if (inbound.Kind is HistoryKind.ActivityFailed or HistoryKind.ChildFailed)
            pending.Fail(StepFailure.FromJson(inbound.Payload));
        else if (pending is PendingEvent late)
            TimeOut(late);
        else
            pending.Complete(inbound.Payload);
    }

    public override Guid NewGuid()
    {
        Guard();
        var name = string.Create(CultureInfo.InvariantCulture, $"{InstanceId}/{head.Generation}/{_guids++}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public override Task<TOut> CallAsync<TIn, TOut>(ActivityReference<TIn, TOut> activity, TIn input, RetryPolicy? retry = null)
    {
        Guard();
        var payload = Payload.Write(input, StepName("activity", activity.Name));
        var step = Schedule(HistoryKind.ActivityScheduled, activity.Name, payload);
        if (retry is { MaxAttempts: > 1 })
            _delta?.Retries.Add(step, retry);
        var pending = new PendingResult<TOut>(step, LastStep!.Label, activity.Name);
        _outstanding.Add(step, pending);
        return pending.Task;
    }

    public override Task<TOut> CallChildAsync<TIn, TOut>(WorkflowReference<TIn, TOut> workflow, TIn input, string? childId = null)
    {
        Guard();
        var payload = Payload.Write(input, StepName("child", workflow.Name));
        var step = Schedule(HistoryKind.ChildScheduled, workflow.Name, payload);
        _delta?.ChildIds.Add(step, childId ?? ChildIdOf(InstanceId, step));
        var pending = new PendingResult<TOut>(step, LastStep!.Label, workflow.Name);
        _outstanding.Add(step, pending);
        return pending.Task;
    }

    public override Task SleepUntilAsync(DateTimeOffset moment)
    {
        Guard();
        if (moment <= UtcNow)
            return Task.CompletedTask;
        var pending = new PendingSleep(Schedule(HistoryKind.TimerScheduled, null, null, moment));
        _outstanding.Add(pending.Step, pending);
        _delta?.Timers.Add(pending.Step, moment);
        return pending.Task;
    }

    public override Task<EventOutcome<T>> WaitForEventAsync<T>(string name, DateTimeOffset deadline)
    {
        Guard();
        var pending = new PendingEvent<T>(Schedule(HistoryKind.EventAwaited, name, null, deadline), name, deadline);
        if (_events.TakeFor(pending) is { } early)
        {
            TakeEarly(pending, early);
        }
        else if (deadline <= UtcNow)
        {
            pending.TimeOut();
        }
        else
        {
            _events.Wait(pending);
            _outstanding.Add(pending.Step, pending);
            if (pending.HasTimer)
                _delta?.Timers.Add(pending.Step, deadline);
        }

        return pending.Task;
    }

    public override void SetStatus(string status)
    {
        Guard();
        Status = status.Length <= LongestStatus ? status : status[..LongestStatus];
    }

    public override void ContinueAsNew<TIn>(TIn input)
    {
        Guard();
        NextInput = Payload.Write(input, $"{InstanceId} continue-as-new");
    }

    private int Schedule(HistoryKind kind, string? name, string? payload, DateTimeOffset? moment = null)
    {
        var asked = new HistoryEntry(kind, NextStep, name, payload, UtcNow, moment);
        if (_delta is null)
            Compare(asked);
        else
            _delta.Entries.Add(asked);
        LastStep = asked;
        return NextStep++;
    }

    private void Compare(HistoryEntry asked)
    {
        var found = _expected.TryDequeue(out var recorded);
        if (found && recorded!.Kind == asked.Kind && recorded.Name == asked.Name && recorded.Step == asked.Step)
            return;
        Fault = new ReplayException(
            asked.Step,
            found
                ? $"history step {recorded!.Step} is {recorded.Label}, the code asked for {asked.Label}: the workflow was changed."
                : $"the history has no step {asked.Step} there, the code asked for {asked.Label}: the workflow was changed.")
        {
            Recorded = found ? recorded!.Label : null,
            Asked = asked.Label,
        };
        throw Fault;
    }

    private void Guard()
    {
        if (!thread.OnTurnThread)
        {
            thread.MarkForeign();
            throw new InvalidOperationException("A workflow's context was used from a thread that is not its own.");
        }

        if (Fault is not null)
            throw Fault;
        if (NextInput is not null)
            throw new InvalidOperationException("Nothing may follow ContinueAsNew: return right after it.");
    }

    private void TakeEarly(PendingEvent wait, BufferedEvent early)
    {
        try
        {
            wait.Complete(early.Payload);
        }
        catch (ReplayException unreadable)
        {
            // The workflow's own code is on the stack and may catch it: the error must outlive that.
            Fault = unreadable;
            throw;
        }
    }

    private void TimeOut(PendingEvent wait)
    {
        _events.Forget(wait);
        wait.TimeOut();
    }

    private void EndTimer(PendingStep pending)
    {
        if (pending.HasTimer && _delta is not null && !_delta.Timers.Remove(pending.Step))
            _delta.EndedTimers.Add(pending.Step);
    }

    private string StepName(string kind, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{InstanceId}/{NextStep} {kind}:{name}");
}
