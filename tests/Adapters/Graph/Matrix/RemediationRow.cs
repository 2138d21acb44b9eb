using HelpDesk.Adapters.Tests.Graph.Simulated;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Simulator.Faulting;
using HelpDesk.Simulator.Graph.Objects;

namespace HelpDesk.Adapters.Tests.Graph.Matrix;

/// <summary>
/// What the matrix must know of one remediation to run every situation on it against the simulated tenant. One class per remediation
/// (or per value of a parameter that changes what is called), with a constructor without parameters: <see cref="RemediationRows"/> finds it.
/// </summary>
public abstract class RemediationRow
{
    /// <summary>Catalogue id.</summary>
    public abstract string Id { get; }

    /// <summary>Name of the row, unique. Default the id.</summary>
    public virtual string Name => Id;

    /// <summary>What policy rests on, written a second time: a change of it in the code alone is found.</summary>
    public abstract Expectation Expected { get; }

    /// <summary>Parameters of the step. Default none.</summary>
    public virtual IReadOnlyDictionary<string, string> Parameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Method and path (with * for anything) of the call that changes something.</summary>
    public abstract (string Method, string Path) Write { get; }

    /// <summary>How many changes the simulated Graph notes for one execution. Default 1.</summary>
    public virtual int Effects => 1;

    /// <summary>True when a target that is so already can be told from one that is not: signing out twice is no such thing. Default true.</summary>
    public virtual bool ShowsAsDone => true;

    /// <summary>After the execution somebody else changes what an undo would restore; null when nobody can. Default null.</summary>
    public virtual Action<SimulatedGraph>? Drift => null;

    /// <summary>Whom or what it acts on.</summary>
    public abstract string Target(SimulatedGraph graph);

    /// <summary>Makes the tenant such that there is something to do. Default nothing.</summary>
    public virtual void Seed(SimulatedGraph graph)
    {
    }

    /// <summary>Between approval and execution: the step is not possible any more. Default: the account is gone.</summary>
    public virtual void Spoil(SimulatedGraph graph) => graph.Remove(ObjectKind.User, Target(graph));

    /// <summary>From now on no effect shows. Default: reads show what was true an hour ago.</summary>
    public virtual void Hide(SimulatedGraph graph) => graph.Fault(FaultKind.StaleReads, method: "GET", seconds: 3600);

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>What the descriptor of a remediation must say.</summary>
/// <param name="Impact">How much it may hurt.</param>
/// <param name="Reversibility">Whether it can be undone.</param>
/// <param name="Permission">One of its permissions, the one that the change itself needs.</param>
public sealed record Expectation(Impact Impact, Reversibility Reversibility, string Permission);
