using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Adapters.Tests.Graph.Matrix.Identity;

/// <summary>A change of Amy's account.</summary>
public abstract class UserRow(string id, string method, string path) : RemediationRow
{
    /// <inheritdoc />
    public override string Id => id;

    /// <inheritdoc />
    public override (string Method, string Path) Write => (method, path);

    /// <summary>Whose account it is. Default Amy's.</summary>
    protected virtual SimulatedPerson Person => KnownPeople.AmyPoe;

    /// <inheritdoc />
    public override string Target(SimulatedGraph graph) => Person.Id;

    /// <summary>A list of parameters.</summary>
    protected static IReadOnlyDictionary<string, string> With(params (string Name, string Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
