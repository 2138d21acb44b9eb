using System.Text.Json;
using HelpDesk.Local.Engine.Histories;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>One workflow object in memory: brought up to date by replay, then carried on turn by turn. Used by one thread at a time.</summary>
internal sealed class WorkflowRun
{
    private readonly WorkflowReference _reference;
    private readonly InstanceStart _head;
    private readonly TurnSynchronizationContext _thread;
    private readonly ReplayContext _context;
    private Task<string>? _task;

    /// <param name="reference">The code.</param>
    /// <param name="head">The instance.</param>
    /// <param name="foreignSeen">Called once, from any thread, when the code turns out to await something foreign between two turns.</param>
    public WorkflowRun(WorkflowReference reference, InstanceStart head, Action foreignSeen)
    {
        _reference = reference;
        _head = head;
        _thread = new TurnSynchronizationContext(foreignSeen);
        _context = new ReplayContext(head, _thread);
    }

    public RunOutcome Outcome { get; private set; } = RunOutcome.Waiting;

    public string? Status => _context.Status;

    public int NextStep => _context.NextStep;

    public IReadOnlyCollection<PendingStep> Outstanding => _context.Outstanding;

    public IReadOnlyList<BufferedEvent> UntakenEvents => _context.UntakenEvents;

    /// <summary>Repeats a history from its first line. Throws <see cref="ReplayException"/> at the first difference.</summary>
    public void Replay(IReadOnlyList<HistoryEntry> history)
    {
        var next = 0;
        while (next < history.Count)
        {
            var inbound = history[next++];
            if (inbound.IsEnd)
            {
                RequireEnd(inbound);
                return;
            }

            RequireNotEnded(inbound);
            var expected = new Queue<HistoryEntry>();
            while (next < history.Count && history[next].IsStep)
                expected.Enqueue(history[next++]);
            _context.Replaying(inbound.At, expected);
            Apply(inbound);
            if (expected.TryPeek(out var unasked))
                throw Unasked(unasked);
        }
    }

    /// <summary>Applies new inbound lines, until the run ends or there are no more.</summary>
    /// <returns>How many were taken; the others belong to the next generation.</returns>
    public int Turn(IReadOnlyList<HistoryEntry> inbound, TurnDelta delta)
    {
        var taken = 0;
        while (taken < inbound.Count && Outcome == RunOutcome.Waiting)
        {
            var line = inbound[taken++];
            if (!_context.Awaits(line))
                continue;
            delta.Entries.Add(line);
            _context.Recording(line.At, delta);
            Apply(line);
        }

        return taken;
    }

    /// <summary>The fault of code that was seen to await something foreign.</summary>
    public ReplayException ForeignAwait()
    {
        var last = _context.LastStep;
        return new ReplayException(
            last?.Step ?? 0,
            last is null
                ? "before its first step the code awaits something that is not from its context."
                : $"after step {last.Step} ({last.Label}) the code awaits something that is not from its context.");
    }

    private void Apply(HistoryEntry inbound)
    {
        _thread.Run(() =>
        {
            if (inbound.Kind == HistoryKind.Started)
                _task = _reference.RunAsync(_context, _head.Input);
            else
                _context.Deliver(inbound);
        });
        if (_context.Fault is not null)
            throw _context.Fault;
        if (_thread.ForeignSeen)
            throw ForeignAwait();
        Outcome = Judge();
        if (Outcome == RunOutcome.Waiting && _task is not null && _context.Outstanding.Count == 0)
            throw ForeignAwait();
    }

    private RunOutcome Judge()
    {
        if (_task is null)
            return RunOutcome.Waiting;
        if (_task.IsFaulted || _task.IsCanceled)
            return Failed(_task.Exception?.InnerException ?? new TaskCanceledException(_task));
        if (_context.NextInput is not null)
            return new RunOutcome(WorkflowState.Pending, _context.NextInput);
        return _task.IsCompletedSuccessfully ? Completed(_task.Result) : RunOutcome.Waiting;
    }

    private RunOutcome Completed(string output)
    {
        try
        {
            return new RunOutcome(WorkflowState.Completed, Payload.Require(output, $"{_head.Id} result"));
        }
        catch (StepFailedException refused)
        {
            return Failed(refused);
        }
    }

    private RunOutcome Failed(Exception error)
    {
        if (error is JsonException && _context.LastStep is null)
            throw new ReplayException(0, $"before the first step: the input cannot be read by workflow {_head.Workflow} any more.");
        return new RunOutcome(WorkflowState.Failed, Failure: ErrorText.Of(error));
    }

    private void RequireNotEnded(HistoryEntry next)
    {
        if (Outcome != RunOutcome.Waiting)
            throw Unasked(next);
    }

    private void RequireEnd(HistoryEntry end)
    {
        var same = end.Kind switch
        {
            HistoryKind.Completed => Outcome.State == WorkflowState.Completed,
            HistoryKind.Failed => Outcome.State == WorkflowState.Failed,
            _ => true,
        };
        if (!same)
            throw Unasked(end);
    }

    private ReplayException Unasked(HistoryEntry recorded)
    {
        var doing = Outcome == RunOutcome.Waiting ? "still waits" : $"has ended ({Outcome.State})";
        return new ReplayException(
            recorded.Step, $"history step {recorded.Step} is {recorded.Label}, the code {doing}: the workflow was changed.")
        {
            Recorded = recorded.Label,
        };
    }
}
