using HelpDesk.Simulator.Graph.Throttling;
using HelpDesk.Simulator.ServiceBus;

namespace HelpDesk.Simulator;

/// <summary>How the simulated tenant is started. Its secrets are fixed and public: they guard nothing.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Where it listens. Default http://127.0.0.1:7072; port 0 takes any free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:7072";

    /// <summary>Where it remembers; null = memory only. Default null.</summary>
    public string? DatabasePath { get; set; }

    /// <summary>Where its ticket systems send webhooks: the product's address. Default http://127.0.0.1:7071; null sends none.</summary>
    public Uri? Product { get; set; } = new("http://127.0.0.1:7071");

    /// <summary>Secret with which simulated ServiceNow signs (Base64 of the key, as generateMac wants it).</summary>
    public string ServiceNowWebhookSecret { get; set; } = "c2ltdWxhdGVkLXNlcnZpY2Vub3ctc2VjcmV0";

    /// <summary>Secret with which simulated Jira signs.</summary>
    public string JiraWebhookSecret { get; set; } = "simulated-jira-secret";

    /// <summary>Secret that simulated Jira Automation sends in its header.</summary>
    public string JiraAutomationSecret { get; set; } = "simulated-automation-secret";

    /// <summary>OAuth client id that every simulated system accepts.</summary>
    public string ClientId { get; set; } = "00000000-5150-4000-8000-00000000c11e";

    /// <summary>OAuth client secret, API key and API token that every simulated system accepts.</summary>
    public string ClientSecret { get; set; } = "simulated-client-secret";

    /// <summary>True files one ticket in each ticket system, of which no webhook is sent: for trying a webhook by hand. Default false.</summary>
    public bool HasSampleTickets { get; set; }

    /// <summary>True: simulated Graph holds its own answers against the contract, and breaks where one does not fit. For tests. Default false.</summary>
    public bool ChecksAnswers { get; set; }

    /// <summary>True when only Graph and its tokens are there: for tests that start hundreds of hosts. Default false.</summary>
    public bool IsGraphOnly { get; set; }

    /// <summary>Whose limits simulated Graph keeps. Default none; <c>/simulator/throttling</c> changes it while it runs.</summary>
    public ModelSize GraphLimits { get; set; }

    /// <summary>How long a device takes to do what it was told. Default 1.5 s, chosen so that progress can be watched.</summary>
    public TimeSpan DeviceActionDelay { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long after a wipe or retirement was done the device leaves Intune. Default 2 min.</summary>
    public TimeSpan EnrolmentEndDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The simulated Service Bus. Default: there is none.</summary>
    public BrokerOptions ServiceBus { get; set; } = new();
}
