using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Tickets.Asking;

/// <summary>Reminds the requester of a question, once.</summary>
public sealed class RemindQuestion(QuestionDelivery delivery) : Activity<RemindQuestion.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<RemindQuestion>("remind-question");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        await delivery.RemindAsync(input.CaseId, input.Number, context.IdempotencyKey, context.Cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="RemindQuestion"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Number">The question.</param>
    public sealed record Input(CaseId CaseId, int Number);
}
