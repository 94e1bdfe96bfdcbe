"""Fill in, check and publish the yearly 政府信息公开工作年度报告."""
