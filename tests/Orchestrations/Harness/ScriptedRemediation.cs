using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Harness;

/// <summary>A remediation whose target is one flag per id, with faults to order. Every effect is in the trace.</summary>
public sealed class ScriptedRemediation(RemediationDescriptor descriptor, List<string> trace) : IRemediation
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public RemediationDescriptor Descriptor { get; } = descriptor;

    /// <summary>What the next calls of execute do before (false) or after (true) the effect.</summary>
    public Queue<(bool AfterEffect, VendorException Fault)> Faults { get; } = new();

    /// <summary>The same of undo.</summary>
    public Queue<(bool AfterEffect, VendorException Fault)> UndoFaults { get; } = new();

    /// <summary>What the next checks do.</summary>
    public Queue<VendorException> CheckFaults { get; } = new();

    /// <summary>True when the target system finds, asked to do it, that no change is needed.</summary>
    public bool HasNoEffect { get; set; }

    public string? RefusedBecause { get; set; }

    /// <summary>Why it cannot be planned; null when it can.</summary>
    public string? RefusedToPlan { get; set; }

    /// <summary>What a colleague did to every target meanwhile, as its state says it; null = nothing.</summary>
    public string? ChangedBySomebody { get; set; }

    /// <summary>The same for one target only, by its id.</summary>
    public Dictionary<string, string> ChangedOn { get; } = new(StringComparer.Ordinal);

    /// <summary>Targets of all undos that took something back, in order.</summary>
    public List<string> TakenBack { get; } = [];

    public bool NeverShows { get; set; }

    /// <summary>Set when the target system wants a second administrator before it does anything: the code of its request.</summary>
    public string? MultiAdminApprovalCode { get; set; }

    /// <summary>True when it wants one even of who comes with a code.</summary>
    public bool AsksAgain { get; set; }

    /// <summary>The calls of execute, in order.</summary>
    public List<RemediationCall> Calls { get; } = [];

    /// <summary>Targets of all effects, in order.</summary>
    public List<string> Targets { get; } = [];

    public bool IsDone(string target) => _done.Contains(target);

    public void AlreadyDone(string target) => _done.Add(target);

    /// <summary>Every target is as before again; what was done stays counted.</summary>
    public void Reset() => _done.Clear();

    /// <summary>Forgets every effect.</summary>
    public void Forget()
    {
        _done.Clear();
        Targets.Clear();
    }

    /// <summary>True after an update of the product by which a state has one field more.</summary>
    public bool KnowsMore { get; set; }

    public Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation) => Task.FromResult(
        RefusedToPlan is { } refusal ? new CapturedState(State("false"), "It is not done", refusal) :
        (ChangedOn.GetValueOrDefault(target.Id) ?? ChangedBySomebody) is { } change ? new CapturedState(State("\"otherwise\""), change)
        : _done.Contains(target.Id)
            ? new CapturedState(State("true"), "It is done")
            : new CapturedState(State("false"), "It is not done", Undo: "It is not done again."));

    public Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation) => Task.FromResult(
        CheckFaults.TryDequeue(out var fault) ? throw fault
        : RefusedBecause is { } reason ? Precondition.Refused(reason)
        : _done.Contains(call.Step.TargetId) ? Precondition.AlreadyDone("It is so already.")
        : Precondition.Ready);

    /// <summary>Called before each undo.</summary>
    public Action<string>? OnUndo { get; set; }

    /// <summary>Called before each effect.</summary>
    public Func<Task>? OnExecute { get; set; }

    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        Calls.Add(call);
        if (MultiAdminApprovalCode is not null && (call.MultiAdminApprovalCode is null || AsksAgain))
            return new RemediationReceipt("A second administrator is wanted.", "request-0", HadEffect: false) { MultiAdminApprovalCode = MultiAdminApprovalCode };
        if (OnExecute is { } happens)
            await happens();
        if (HasNoEffect)
            return new RemediationReceipt("It is so already.", "request-1", HadEffect: false);
        Faults.TryDequeue(out var fault);
        if (fault is { Fault: not null, AfterEffect: false })
            throw fault.Fault;
        _done.Add(call.Step.TargetId);
        Targets.Add(call.Step.TargetId);
        lock (trace)
            trace.Add($"effect {Descriptor.Id}");
        return fault.Fault is not null ? throw fault.Fault : new RemediationReceipt("Done.", "request-1");
    }

    public Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation) => Task.FromResult(
        _done.Contains(call.Step.TargetId) && !NeverShows ? new ReadBack(ReadBackOutcome.Verified, "It shows.") : new ReadBack(ReadBackOutcome.Pending, "It does not show."));

    public Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        OnUndo?.Invoke(call.Step.TargetId);
        UndoFaults.TryDequeue(out var fault);
        if (fault is { Fault: not null, AfterEffect: false })
            throw fault.Fault;
        if (!_done.Remove(call.Step.TargetId))
            return Task.FromResult(new RemediationReceipt("Nothing to undo.", null, HadEffect: false));
        TakenBack.Add(call.Step.TargetId);
        lock (trace)
            trace.Add($"undo {Descriptor.Id}");
        return fault.Fault is not null ? throw fault.Fault : Task.FromResult(new RemediationReceipt("Undone.", "request-2"));
    }

    private string State(string done) => KnowsMore ? $$"""{"done":{{done}},"form":"scripted/1","why":null}""" : $$"""{"done":{{done}},"form":"scripted/1"}""";
}
