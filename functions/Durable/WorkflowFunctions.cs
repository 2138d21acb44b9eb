using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Running;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.TakeOver;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Flows.Undo;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace HelpDesk.Functions.Durable;

/// <summary>One function per workflow of the product, under the name that is in histories. A test compares the lists.</summary>
public sealed class WorkflowFunctions
{
    [Function("access-expiry")]
    public static Task<string?> AccessExpiryWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(AccessExpiryWorkflow.Reference, context);

    [Function("action")]
    public static Task<string?> ActionWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(ActionWorkflow.Reference, context);

    [Function("bulk")]
    public static Task<string?> BulkWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(BulkWorkflow.Reference, context);

    [Function("bulk-batch")]
    public static Task<string?> BulkBatchWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(BulkBatchWorkflow.Reference, context);

    [Function("bulk-target")]
    public static Task<string?> BulkTargetWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(BulkTargetWorkflow.Reference, context);

    [Function("channel-message")]
    public static Task<string?> ChannelMessageWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(ChannelMessageWorkflow.Reference, context);

    [Function("show-decision")]
    public static Task<string?> ShowDecisionWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(ShowDecisionWorkflow.Reference, context);

    [Function("fetch-channel")]
    public static Task<string?> FetchChannelWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(FetchChannelWorkflow.Reference, context);

    [Function("not-me")]
    public static Task<string?> NotMeWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(NotMeWorkflow.Reference, context);

    [Function("notice")]
    public static Task<string?> NoticeWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(NoticeWorkflow.Reference, context);

    [Function("take-over")]
    public static Task<string?> TakeOverWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(TakeOverWorkflow.Reference, context);

    [Function("ticket")]
    public static Task<string?> TicketWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(TicketWorkflow.Reference, context);

    [Function("ticket-changed")]
    public static Task<string?> TicketChangedWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(TicketChangedWorkflow.Reference, context);

    [Function("undo")]
    public static Task<string?> UndoWorkflowAsync([OrchestrationTrigger] TaskOrchestrationContext context) => WorkflowRunner.RunAsync(UndoWorkflow.Reference, context);
}
