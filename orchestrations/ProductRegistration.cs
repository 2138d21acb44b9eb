using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Knowledge;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Flows.Timers;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Channels;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Ledger.Proofs;
using HelpDesk.Orchestrations.Ledger.Questions;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Orchestrations.Stages.Knowledge;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.RemoteSessions;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Orchestrations;

/// <summary>Registers the product: every ledger, stage and flow by its own registration, from the lowest floor to the highest.</summary>
public static class ProductRegistration
{
    /// <summary>
    /// Adds all of it. Needs from elsewhere: a record store, a durable engine, a ticket queue, ticket systems, a directory, remediations,
    /// sources of secrets, triage models, a checkpoint signer and <c>TimeProvider</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">All settings.</param>
    public static IServiceCollection AddHelpDesk(this IServiceCollection services, IConfiguration settings) =>
        services.AddFlows(settings).AddIntake(settings).AddTimers(settings);

    /// <summary>Adds all that happens after intake: what a test needs that starts workflows itself.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">All settings.</param>
    public static IServiceCollection AddFlows(this IServiceCollection services, IConfiguration settings) => services
        .AddHelpDeskOptions(settings).AddProductMetrics()
        .AddAudit().AddCases().AddApprovalStore().AddStepStore().AddBudgets().AddProofs().AddSwitches().AddQuestions().AddChannelLedger().AddKnowledgeLedger()
        .AddRulebook(settings).AddUnderstanding(settings).AddPlanning().AddPolicy().AddApprovals().AddExecution().AddSecrets()
        .AddConversation().AddKnowledge(settings).AddRemoteSessions().AddOutcomes().AddOperations()
        .AddNotices().AddStepFlow().AddTicketFlow().AddDecidingInChats(settings).AddChannelFlow(settings).AddBulkFlow().AddUndoFlow().AddActionFlow().AddKnowledgeFlow().AddTakeOver();
}
