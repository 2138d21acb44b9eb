namespace HelpDesk.EndToEnd.Tests.Harness;

/// <summary>Two free addresses and a data folder that outlive the processes started on them; the folder goes at the end.</summary>
/// <param name="more">Further settings as <c>Name=Value</c>.</param>
public sealed class HelpDeskPlace(params string[] more) : IDisposable
{
    public Uri Product { get; } = new(FreePort.Url());

    public Uri Simulator { get; } = new(FreePort.Url());

    public string Data { get; } = Directory.CreateTempSubdirectory("helpdesk-").FullName;

    /// <summary>The settings that a head is started with.</summary>
    public IEnumerable<string> Settings =>
    [
        $"HelpDesk:Url={Product.GetLeftPart(UriPartial.Authority)}",
        $"HelpDesk:SimulatorUrl={Simulator.GetLeftPart(UriPartial.Authority)}",
        $"HelpDesk:DataDirectory={Data}",
        // Trained once for all hosts and processes of the tests; on a busy machine the first training takes longer than a model may.
        $"EmbeddedTriage:CacheDirectory={Path.Combine(AppContext.BaseDirectory, "models")}",
        "Triage:ModelTimeout=00:02:00",
        .. more,
    ];

    public void Dispose()
    {
        try
        {
            Directory.Delete(Data, recursive: true);
        }
        catch (IOException)
        {
            // A killed process may not have let go of a file yet; the folder is a temporary one.
        }
    }
}
