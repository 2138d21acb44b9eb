using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Stages.Conversation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>All rows of the matrix, and the catalogue that they must cover.</summary>
public static class RemediationRows
{
    private static readonly Dictionary<string, RemediationRow> Known = typeof(RemediationRow).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(RemediationRow)))
        .Select(type => (RemediationRow)Activator.CreateInstance(type)!)
        .ToDictionary(row => row.Name, StringComparer.Ordinal);

    public static IReadOnlyList<RemediationRow> All { get; } = [.. Known.Values.OrderBy(row => row.Name, StringComparer.Ordinal)];

    public static IReadOnlyList<RemediationDescriptor> Descriptors { get; } = Catalogue();

    public static TheoryData<string> Names => [.. All.Select(row => row.Name)];

    public static TheoryData<string> Undoable => [.. All.Where(row => Descriptor(row).Reversibility == Reversibility.Undoable).Select(row => row.Name)];

    public static TheoryData<string> NotUndoable => [.. All.Where(row => Descriptor(row).Reversibility != Reversibility.Undoable).Select(row => row.Name)];

    public static TheoryData<string> ShownAsDone => [.. All.Where(row => row.ShowsAsDone).Select(row => row.Name)];

    public static RemediationRow Get(string name) => Known[name];

    public static RemediationDescriptor Descriptor(RemediationRow row) => Descriptors.Single(descriptor => descriptor.Id == row.Id);

    private static IReadOnlyList<RemediationDescriptor> Catalogue()
    {
        using var services = new ServiceCollection().AddLogging().AddGraph(new ConfigurationBuilder().Build()).AddManagerNotification().BuildServiceProvider();
        return services.GetRequiredService<RemediationCatalogue>().Descriptors;
    }
}
