using HelpDesk.Orchestrations.Flows.Tickets.Answering;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Tickets;

/// <summary>Registers the flow of a ticket.</summary>
public static class TicketFlowRegistration
{
    /// <summary>Adds it. Needs all stages from elsewhere.</summary>
    public static IServiceCollection AddTicketFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<TicketStarter>();
        services.TryAddSingleton<TicketReopenings>();
        services.TryAddSingleton<TicketChanges>();
        services.TryAddSingleton<RequesterWords>();
        services.TryAddSingleton<CureConditions>();
        services.TryAddSingleton<Cures>();
        services.TryAddSingleton<QuestionChoice>();
        services.TryAddSingleton<QuestionOptions>();
        services.TryAddSingleton<QuestionMessages>();
        services.TryAddSingleton<QuestionEnds>();
        services.TryAddSingleton<QuestionDelivery>();
        services.TryAddSingleton<AnswerChoice>();
        services.TryAddSingleton<CaseAnswers>();
        services.TryAddSingleton<AnswerDelivery>();
        services.TryAddSingleton<QuestionReplies>();
        services.TryAddSingleton<AnswerToApprover>();
        services.TryAddSingleton<AnswerLedger>();
        services.TryAddSingleton<AnswerService>();
        services.TryAddSingleton<AnsweredTicket>();
        services.TryAddSingleton<ConversationRecorder>();
        services.TryAddSingleton<TicketNews>();
        services.TryAddSingleton<OwnWords>();
        services.TryAddSingleton<PersonRequestService>();
        services.TryAddSingleton<FeedbackService>();
        services.TryAddSingleton<PlanningAgain>();
        services.TryAddSingleton<ITicketStarter>(provider => provider.GetRequiredService<TicketStarter>());
        return services.AddWorkflow(TicketWorkflow.Reference).AddWorkflow(TicketChangedWorkflow.Reference).AddActivity(ReadTicketChange.Reference).AddActivity(PlanAgain.Reference)
            .AddActivity(AskQuestion.Reference).AddActivity(OfferAnswer.Reference).AddActivity(PrepareQuestionWait.Reference).AddActivity(RemindQuestion.Reference).AddActivity(EndQuestion.Reference);
    }
}
