using HelpDesk.Orchestrations;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Histories;

/// <summary>The workflows that the product registers.</summary>
internal static class Workflows
{
    public static IReadOnlyList<WorkflowReference> All { get; } =
        [.. new ServiceCollection().AddFlows(new ConfigurationBuilder().Build()).Where(service => service.ServiceType == typeof(WorkflowReference)).Select(service => (WorkflowReference)service.ImplementationInstance!)];

    public static WorkflowReference Named(string name) => All.Single(workflow => workflow.Name == name);
}
