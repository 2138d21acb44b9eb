using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>
/// Reads, once, what must be true for the person before the case counts as resolved. Says when to come back; never waits itself, so that an
/// outcome that takes hours holds no slot of the engine.
/// </summary>
public sealed class ReadOutcome(OutcomeChecks checks, RunbookLibrary library, CaseContext contexts, OutcomeProgress progress, TimeProvider time)
    : Activity<ReadOutcome.Input, ReadOutcome.Result>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<ReadOutcome>("read-outcome");

    private const int MaxWhy = 500;

    /// <inheritdoc />
    public override async Task<Result> RunAsync(ActivityContext context, Input input)
    {
        var cancellation = context.Cancellation;
        var (personWanted, stop) = await progress.PrepareWaitAsync(input, cancellation);
        var plan = (await VerifiedPlan.LoadAsync(contexts, input.Plan, cancellation)).Plan;
        await progress.KeepDoneAsync(plan, input.Since, cancellation);
        if (library.Find(plan.RunbookId) is not { Outcome.Count: > 0 } runbook)
            return new Result(OutcomeState.Missed, $"The runbook '{plan.RunbookId}' does not say any more what must be true.", TimeSpan.Zero, [], personWanted);

        var call = new OutcomeCall(plan, input.Since, time.GetUtcNow(), input.From, checks.AppOf(plan, input.AppHint));
        var lines = new List<CaseOutcomeLine>();
        foreach (var name in runbook.Outcome.Select(outcome => outcome.Condition).Except(input.Settled, StringComparer.Ordinal))
        {
            var reading = await checks.ReadAsync(name, call, cancellation);
            lines.Add(new CaseOutcomeLine(name, reading.State, reading.Evidence));
        }

        await progress.RecordAsync(input, lines, cancellation);
        return ResultOf(input, lines, personWanted) with { Stop = stop };
    }

    private static Result ResultOf(Input input, List<CaseOutcomeLine> lines, bool personWanted)
    {
        List<string> settled = [.. input.Settled, .. lines.Where(line => line.State is OutcomeState.Holds or OutcomeState.NotNeeded).Select(line => line.Condition)];
        var missed = lines.Where(line => line.State == OutcomeState.Missed).ToList();
        var pending = lines.Where(line => line.State == OutcomeState.Pending).ToList();
        // One that is not true decides: nobody waits hours for the others.
        var state = missed.Count > 0 ? OutcomeState.Missed : pending.Count > 0 ? OutcomeState.Pending : OutcomeState.Holds;
        var every = pending.Select(line => OutcomeConditions.Find(line.Condition)!.Every).DefaultIfEmpty(TimeSpan.Zero).Min();
        return new Result(state, state == OutcomeState.Holds ? null : Why(missed.Count > 0 ? missed : pending), every, settled, personWanted);
    }

    private static string Why(IEnumerable<CaseOutcomeLine> lines)
    {
        var why = string.Join(' ', lines.Select(line => $"Not so: {OutcomeConditions.Find(line.Condition)?.Meaning ?? line.Condition}. {line.Evidence}"));
        return why.Length <= MaxWhy ? why : $"{why[..(MaxWhy - 1)]}…";
    }

    /// <summary>What <see cref="ReadOutcome"/> takes.</summary>
    /// <param name="Plan">The plan whose steps were read back.</param>
    /// <param name="Since">When its first step began, UTC.</param>
    /// <param name="From">When the first reading was due, UTC: time limits count from here.</param>
    /// <param name="Settled">Conditions that are true already or for which there is nothing to read.</param>
    /// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
    /// <param name="IsLong">True when it takes so long that the case shows it as a state of its own.</param>
    /// <param name="AppHint">How the ticket names an application; null when it does not.</param>
    public sealed record Input(PlanReference Plan, DateTimeOffset Since, DateTimeOffset From, IReadOnlyList<string> Settled, string NextEvent, bool IsLong, string? AppHint)
    {
        /// <summary>True to read the ticket again, after a wait. Default false: it was read before the last step.</summary>
        public bool ReadsTicket { get; init; }

        /// <summary>The case.</summary>
        [JsonIgnore]
        public CaseId CaseId => Plan.CaseId;
    }

    /// <summary>What <see cref="ReadOutcome"/> gives.</summary>
    /// <param name="State">Holds when all is true; missed when one thing is not; else pending.</param>
    /// <param name="Why">What is not true, for the person who takes over; null when all is.</param>
    /// <param name="Every">Longest pause before the next reading.</param>
    /// <param name="Settled">Conditions that need not be read again.</param>
    /// <param name="PersonWanted">True when a person was asked for.</param>
    public sealed record Result(OutcomeState State, string? Why, TimeSpan Every, IReadOnlyList<string> Settled, bool PersonWanted)
    {
        /// <summary>What became of the ticket, so that nothing is waited for any more: resolved or taken by a person, withdrawn, changed. Null when it may go on.</summary>
        public string? Stop { get; init; }
    }
}
