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
    [InlineData("Graph:TenantSize", "7", "Graph:TenantSize")]
    [InlineData("Graph:LimitShare", "0", "Graph:LimitShare")]
    [InlineData("Graph:LimitShare", "1.1", "Graph:LimitShare")]
    [InlineData("Graph:Instances", "0", "Graph:Instances")]
    [InlineData("Graph:Instances", "101", "Graph:Instances")]
    [InlineData("Graph:LongestWait", "00:02:00", "Graph:LongestWait")]
    [InlineData("Graph:BulkRequestsPerSecond", "0", "Graph:BulkRequestsPerSecond")]
    [InlineData("Graph:BulkRequestsPerSecond", "10001", "Graph:BulkRequestsPerSecond")]
    public void Setting_ThatIsWrong_IsNamed(string setting, string value, string named) =>
        Should.Throw<OptionsValidationException>(() => Read(setting, value)).Message.ShouldContain(named);

    [Theory]
    [InlineData("go together", "11111111-0000-4000-8000-000000000001", null, null)]
    [InlineData("GUIDs", "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002", "device-identity")]
    [InlineData("must name different identities", "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000003")]
    [InlineData("must name different identities", "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002", "11111111-0000-4000-8000-000000000000")]
    [InlineData("remove one of them", "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002", "11111111-0000-4000-8000-000000000003", "a secret")]
    [InlineData(null, "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002", "11111111-0000-4000-8000-000000000003")]
    public void Identities_ThatDoNotKeepRolesApart_AreRefused(string? fault, string? identity, string? credential, string? device, string? secret = null)
    {
        var read = () => Read(
            ("Graph:TenantId", "11111111-0000-4000-8000-00000000000f"), ("Graph:ClientId", "11111111-0000-4000-8000-000000000000"), ("Graph:ClientSecret", secret),
            ("Graph:Identities:IdentityWrites", identity), ("Graph:Identities:CredentialWrites", credential), ("Graph:Identities:DeviceActions", device));

        if (fault is null)
            read().Identities.DeviceActions.ShouldBe(device);
        else
            Should.Throw<OptionsValidationException>(read).Message.ShouldContain(fault);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7072/v1.0")]
    [InlineData("http://localhost:7072/v1.0")]
    [InlineData("https://graph.microsoft.us/v1.0")]
    public void BaseUrl_OfThisMachineOrSecured_IsTaken(string url) => Read("Graph:BaseUrl", url).BaseUrl.ShouldBe(new Uri(url));

    private static GraphOptions Read(string setting, string value) => Read((setting, value));

    private static GraphOptions Read(params (string Setting, string? Value)[] values)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Setting, pair => pair.Value, StringComparer.Ordinal)).Build();
        using var services = new ServiceCollection().AddLogging().AddGraph(settings).BuildServiceProvider();
        return services.GetRequiredService<IOptions<GraphOptions>>().Value;
    }
}
