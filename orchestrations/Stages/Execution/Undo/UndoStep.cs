using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>
/// Restores the state that was captured before one step, by the <see cref="EffectProtocol"/>, unless the target was changed since: that
/// change is kept, and both states are reported. A step that failed itself is compared with the captured state: what it left of its
/// effect is undone too, and what must or can only stay is reported.
/// </summary>
public sealed class UndoStep(EffectProtocol protocol, StepIntents intents, DoneSteps done, ActivityResults results, TimeProvider time) : Activity<UndoStepInput, UndoReport>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<UndoStepInput, UndoReport> Reference = Named<UndoStep>("undo-step");

    /// <inheritdoc />
    public override Task<UndoReport> RunAsync(ActivityContext context, UndoStepInput input) => protocol.RunAsync(new UndoEffect(context, input, intents, done, results, time));
}

/// <summary>What <see cref="UndoStep"/> takes.</summary>
/// <param name="Step">The step.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="Why">Why it is undone: a later step failed, its time is over, an operator asked.</param>
/// <param name="IsUncertain">True for a step that failed or was given up itself: whether it changed nothing, something or all is not known. Default false.</param>
public sealed record UndoStepInput(StepInput Step, DateTimeOffset StartedAt, string Why, bool IsUncertain = false);
