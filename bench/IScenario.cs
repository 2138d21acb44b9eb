namespace HelpDesk.Bench;

/// <summary>A set of figures that are measured together, in one run with their raw measure.</summary>
internal interface IScenario
{
    /// <summary>The word on the command line.</summary>
    string Name { get; }

    /// <summary>Measures. <paramref name="folder"/> is empty, on the disk of the working directory, and removed afterwards.</summary>
    Task<IReadOnlyList<Figure>> RunAsync(string folder, CancellationToken cancellation);
}
