using System.Globalization;

namespace HelpDesk.Engine.Tests.Properties;

/// <summary>What the engine must come to, worked out without an engine: no history, no turns, no database, only the meaning of each step.</summary>
internal sealed class ProgramModel
{
    private readonly List<string> _effects = [];
    private int _events;

    private ProgramModel()
    {
    }

    /// <summary>Values of all effects, each once, sorted.</summary>
    public IEnumerable<string> Effects => _effects.Order(StringComparer.Ordinal);

    /// <summary>How many events must be raised.</summary>
    public int Events => _events;

    /// <summary>What the workflow gives back.</summary>
    public string Output { get; private set; } = "";

    public static ProgramModel Of(RandomProgram program)
    {
        var model = new ProgramModel();
        for (var generation = program.Generations; generation >= 0; generation--)
            model.Output = model.Sequence(program.Steps, string.Create(CultureInfo.InvariantCulture, $"{program.Path}{generation}"));
        return model;
    }

    private string Sequence(IReadOnlyList<Op> steps, string path) =>
        string.Concat(steps.Select((step, index) => One(step, string.Create(CultureInfo.InvariantCulture, $"{path}.{index}"))));

    private string One(Op step, string path)
    {
        switch (step.Kind)
        {
            case OpKind.Call:
            case OpKind.Busy when step.Number < RandomWorkflow.Attempts:
                _effects.Add(path);
                return path;
            case OpKind.Busy:
                return "!";
            case OpKind.Event:
                return string.Create(CultureInfo.InvariantCulture, $"<{_events++}>");
            case OpKind.Silence:
                return "-";
            case OpKind.Child:
            case OpKind.Parallel:
                return $"({Sequence(step.Inner, path)})";
            default:
                return "";
        }
    }
}
