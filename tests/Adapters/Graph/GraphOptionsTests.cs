using HelpDesk.Adapters.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Adapters.Tests.Graph;

public class GraphOptionsTests
{
    [Theory]
    [InlineData("Graph:BaseUrl", "http://graph.example.com/v1.0", "Graph:BaseUrl")]
    [InlineData("Graph:BaseUrl", "https://graph.example.com/v1.0?x=1", "Graph:BaseUrl")]
    [InlineData("Graph:BaseUrl", "https://user:secret@graph.example.com/v1.0", "Graph:BaseUrl")]
    [InlineData("Graph:BaseUrl", "/v1.0", "Graph:BaseUrl")]
    [InlineData("Graph:ClientSecret", "secret", "Graph:TenantId")]
    [InlineData("Graph:ClientSecret", "secret", "Graph:ClientId")]
    [InlineData("Graph:Timeout", "00:00:00", "Graph:Timeout")]
    [InlineData("Graph:Timeout", "01:00:00", "Graph:Timeout")]
    public void Setting_ThatIsWrong_IsNamed(string setting, string value, string named) =>
        Should.Throw<OptionsValidationException>(() => Read(setting, value)).Message.ShouldContain(named);

    [Theory]
    [InlineData("http://127.0.0.1:7072/v1.0")]
    [InlineData("http://localhost:7072/v1.0")]
    [InlineData("https://graph.microsoft.us/v1.0")]
    public void BaseUrl_OfThisMachineOrSecured_IsTaken(string url) => Read("Graph:BaseUrl", url).BaseUrl.ShouldBe(new Uri(url));

    private static GraphOptions Read(string setting, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [setting] = value }).Build();
        using var services = new ServiceCollection().AddLogging().AddGraph(settings).BuildServiceProvider();
        return services.GetRequiredService<IOptions<GraphOptions>>().Value;
    }
}
